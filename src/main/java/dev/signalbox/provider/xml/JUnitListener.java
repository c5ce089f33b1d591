package dev.signalbox.provider.xml;

import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the tests of one report. Output of tests is passed over; texts are kept up to a length, and only for so many
/// failures that a report of nothing but failures stays small.
final class JUnitListener implements XmlDoor.Listener {

    private static final int MOST_CASES = 200_000;
    private static final int MOST_TRACES = 500;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_TRACE = 32_000;

    private final List<TestCase> cases = new ArrayList<>();
    private final Deque<SuiteCount> suites = new ArrayDeque<>();
    private final Deque<String> suiteNames = new ArrayDeque<>();
    private @Nullable String root;
    private @Nullable Draft test;
    private @Nullable Clipped trace;
    private int bad;
    private String lie = "";

    /// A test while it is read.
    private static final class Draft {
        private final TestName name;
        private final @Nullable String time;
        private Verdict verdict = Verdict.PASSED;
        private boolean wasRetried;
        private int marks;
        private String message = "";
        private String trace = "";

        Draft(TestName name, @Nullable String time) {
            this.name = name;
            this.time = time;
        }
    }

    List<TestCase> cases() {
        return cases;
    }

    /// Why the report cannot be true; empty when it can.
    String lie() {
        return lie;
    }

    boolean isSomethingElse() {
        return root != null && !isSuite(root);
    }

    boolean isPage() {
        return "html".equalsIgnoreCase(root);
    }

    @Override
    public void begins(String name, Map<String, String> attributes) throws XmlProblem {
        if (root == null) {
            root = name;
            if (isPage()) {
                throw new XmlProblem("it is a web page");
            }
        }
        if (isSuite(name) && isSuite(root)) {
            suites.push(new SuiteCount(attributes));
            suiteNames.push(attributes.getOrDefault("name", ""));
        } else if (name.equals("testcase")) {
            beginTest(attributes);
        } else if (test != null) {
            beginResult(test, name, attributes);
        }
    }

    private void beginTest(Map<String, String> attributes) throws XmlProblem {
        if (suites.isEmpty()) {
            return;
        }
        if (cases.size() >= MOST_CASES) {
            throw new XmlProblem("it lists more than " + MOST_CASES + " tests");
        }
        if (test != null) {
            throw new XmlProblem("it has a test in a test");
        }
        String type = attributes.getOrDefault("classname", "");
        String suite = type.isBlank() ? String.valueOf(suiteNames.peek()) : type;
        test = new Draft(
                new TestName(
                        Clipped.of(suite.strip(), LONGEST_NAME),
                        Clipped.of(attributes.getOrDefault("name", "").strip(), LONGEST_NAME)),
                attributes.get("time"));
    }

    private void beginResult(Draft draft, String name, Map<String, String> attributes) {
        switch (name) {
            case "failure" -> fail(draft, Verdict.FAILED, attributes);
            case "error" -> fail(draft, Verdict.ERROR, attributes);
            case "skipped", "disabled" -> {
                if (!draft.verdict.isBad()) {
                    draft.verdict = Verdict.SKIPPED;
                }
            }
            // Surefire writes these for a test that passed at last (flaky…) or never did (rerun…, beside a failure).
            case "flakyFailure", "flakyError" -> draft.wasRetried = true;
            default -> {
                // Output, properties and whatever a runner adds.
            }
        }
    }

    private void fail(Draft draft, Verdict verdict, Map<String, String> attributes) {
        draft.marks++;
        if (draft.verdict.isBad()) {
            return;
        }
        draft.verdict = verdict;
        String message = attributes.getOrDefault("message", "");
        draft.message = Clipped.of(message.isBlank() ? attributes.getOrDefault("type", "") : message, LONGEST_MESSAGE);
        if (bad++ < MOST_TRACES) {
            trace = new Clipped(LONGEST_TRACE);
        }
    }

    @Override
    public void text(String piece) {
        if (trace != null) {
            trace.add(piece);
        }
    }

    @Override
    public void ends(String name) {
        if (test != null && (name.equals("failure") || name.equals("error")) && trace != null) {
            test.trace = trace.toString().strip();
            trace = null;
        } else if (test != null && name.equals("testcase")) {
            finish(test);
            test = null;
        } else if (isSuite(name) && !suites.isEmpty()) {
            SuiteCount done = suites.pop();
            suiteNames.pop();
            note(done.lie());
            if (!suites.isEmpty()) {
                suites.getFirst().include(done);
            }
        }
    }

    private void finish(Draft draft) {
        if (draft.name.name().isEmpty() && draft.name.suite().isEmpty()) {
            note("a test in it has no name");
        }
        if (!Times.isPossible(draft.time)) {
            note("a test's time cannot be");
        }
        suites.getFirst().count(draft.verdict.isBad(), draft.marks);
        String message = draft.message.isBlank() ? draft.trace.lines().findFirst().orElse("") : draft.message;
        cases.add(new TestCase(
                draft.name, draft.verdict, draft.wasRetried, Times.of(draft.time).orElse(null), message, draft.trace));
    }

    private void note(String flaw) {
        lie = lie.isEmpty() ? flaw : lie;
    }

    private static boolean isSuite(@Nullable String name) {
        return "testsuite".equals(name) || "testsuites".equals(name);
    }
}
