package dev.signalbox.provider.xml;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a suite says about itself and what was counted in it. Runners differ: a suite's numbers may or may not include
/// the suites in it, and a test with a failure and an error counts once or twice. What fits neither way is a lie.
final class SuiteCount {

    /// More tests than any run has.
    private static final long MOST = 10_000_000;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final Map<String, String> claims;
    private int direct;
    private int directBad;
    private int directMarks;
    private int all;
    private int allBad;
    private int allMarks;

    SuiteCount(Map<String, String> claims) {
        this.claims = claims;
    }

    /// @param marks how many failures and errors the test has
    void count(boolean isBad, int marks) {
        direct++;
        directMarks += marks;
        directBad += isBad ? 1 : 0;
        all++;
        allMarks += marks;
        allBad += isBad ? 1 : 0;
    }

    void include(SuiteCount inner) {
        all += inner.all;
        allBad += inner.allBad;
        allMarks += inner.allMarks;
    }

    /// Why its numbers cannot be true; empty when they can.
    String lie() {
        for (String number : new String[] {"tests", "failures", "errors", "skipped", "disabled"}) {
            String claim = claims.get(number);
            if (claim != null && !claim.isBlank() && claimed(number).isEmpty()) {
                return "a suite's number of " + number + " is none";
            }
        }
        OptionalLong tests = claimed("tests");
        if (tests.isPresent() && tests.getAsLong() != direct && tests.getAsLong() != all) {
            return "it says " + tests.getAsLong() + " tests and lists " + all;
        }
        if (claimed("failures").isPresent() || claimed("errors").isPresent()) {
            long bad = claimed("failures").orElse(0) + claimed("errors").orElse(0);
            if (bad != directBad && bad != allBad && bad != directMarks && bad != allMarks) {
                return "it says " + bad + " failures and lists " + allBad;
            }
        }
        return Times.isPossible(claims.get("time")) ? "" : "a suite's time cannot be";
    }

    private OptionalLong claimed(String name) {
        String text = claims.getOrDefault(name, "").strip();
        if (!WHOLE.matcher(text).matches() || Long.parseLong(text) > MOST) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
