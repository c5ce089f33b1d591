package dev.signalbox.ui.results;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.report.Findings;
import dev.signalbox.domain.report.RunReports;
import dev.signalbox.domain.report.TestCase;
import dev.signalbox.domain.report.TestName;
import dev.signalbox.domain.report.TestPast;
import dev.signalbox.domain.report.TestPast.Standing;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.domain.report.Verdict;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.RunResults;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Test results in words. Everything from a report is remote text: names, messages and traces are made safe here.
final class TestRows {

    private static final int MOST_ROWS = 50;
    private static final int SLOWEST = 3;
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_TRACE = 16_000;

    private TestRows() {}

    static TestsCard of(ShownAttempt shown, RunResults results, Instant now) {
        Reading<Findings> reading = results.findings();
        Findings findings = reading.value() == null ? null : reading.value().of(shown.number()).orElse(null);
        RemoteProblem problem = reading.problem();
        if (findings != null) {
            return card(shown, findings, problem == null ? "" : Problems.sentence(problem, now), now);
        }
        if (shown.isUnfinished()) {
            return reading.value() == null
                    ? TestsCard.NOTHING
                    : simple("Attempt " + shown.number() + " goes on; its reports are read when it is over. Choose "
                            + "attempt " + reading.value().attempt() + " above for its tests.", Mark.QUEUED, "");
        }
        if (problem != null) {
            return simple("The test reports could not be read. " + Problems.sentence(problem, now), Mark.UNKNOWN,
                    "Try again");
        }
        if (results.asked() > 0 || shown.isBad()) {
            return simple("Looking for test reports…", Mark.QUEUED, "");
        }
        return simple("", Mark.IDLE, "Read test reports");
    }

    private static TestsCard simple(String words, Mark mark, String read) {
        return new TestsCard("Tests", words, mark, List.of(), List.of(), List.of(), read, true);
    }

    private static TestsCard card(ShownAttempt shown, Findings findings, String problem, Instant now) {
        RunReports reports = findings.reports();
        List<Findings.Failing> failing = findings.failing();
        List<String> notes = new ArrayList<>();
        if (!problem.isEmpty()) {
            notes.add(problem);
        }
        for (TestReport report : reports.unreadable()) {
            notes.add(SafeText.line(report.file(), 120) + " is unreadable: " + SafeText.line(report.problem(), 200));
        }
        notes.addAll(reports.notes().stream().map(note -> SafeText.line(note, 300)).toList());
        List<TestName> retried = reports.passedOnRetry();
        if (!retried.isEmpty()) {
            notes.add("Flaky, passed only when tried again: " + retried.stream().limit(5)
                    .map(test -> SafeText.line(test.brief(), LONGEST_NAME))
                    .reduce((a, b) -> a + ", " + b).orElse("") + (retried.size() > 5 ? " …" : ""));
        }
        if (failing.size() > MOST_ROWS) {
            notes.add((failing.size() - MOST_ROWS) + " more failed");
        }
        return new TestsCard(
                heading(findings, failing), words(shown, reports), mark(reports.outcome()),
                failing.stream().limit(MOST_ROWS).map(f -> row(f, findings, now)).toList(),
                reports.slowest(SLOWEST).stream().map(TestRows::slow).toList(),
                List.copyOf(notes), reports.outcome() == RunReports.Outcome.UNKNOWN ? "Read again" : "", true);
    }

    private static String heading(Findings findings, List<Findings.Failing> failing) {
        if (failing.isEmpty()) {
            return "Tests";
        }
        if (!findings.knowsThePast()) {
            return "Failing tests · " + failing.size();
        }
        long flaky = findings.count(Standing.FLAKY);
        return "Failing tests · " + findings.count(Standing.NEW) + " new, " + findings.count(Standing.KNOWN) + " known"
                + (flaky > 0 ? ", " + flaky + " flaky" : "");
    }

    private static String words(ShownAttempt shown, RunReports reports) {
        if (!shown.isOneOfMany()) {
            return words(reports, shown.hasOwnReport());
        }
        // A re-run of some jobs reports only what they tested.
        return reports.outcome() == RunReports.Outcome.NONE
                ? "Attempt " + shown.number() + " left no test reports of its own."
                : "Attempt " + shown.number() + ": " + words(reports, shown.hasOwnReport());
    }

    private static String words(RunReports reports, boolean own) {
        return switch (reports.outcome()) {
            case NONE -> own
                    ? "No test report, neither of the provider nor among the artifacts."
                    : "No test reports among the artifacts.";
            case RED -> counts(reports) + ".";
            case GREEN -> "All passed: " + counts(reports) + ".";
            case UNKNOWN -> "Not everything could be read, so nothing is called passed.";
        };
    }

    private static String counts(RunReports reports) {
        int all = (int) reports.cases().count();
        int skipped = reports.count(Verdict.SKIPPED);
        int failed = reports.failing().size();
        return Numbers.counted(all, "test", "tests")
                + (failed > 0 ? ", " + failed + " failed" : "")
                + (skipped > 0 ? ", " + skipped + " skipped" : "");
    }

    private static Mark mark(RunReports.Outcome outcome) {
        return switch (outcome) {
            case NONE -> Mark.IDLE;
            case RED -> Mark.BAD;
            case GREEN -> Mark.GOOD;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    private static TestsCard.Row row(Findings.Failing failing, Findings findings, Instant now) {
        TestCase test = failing.test();
        String full = SafeText.line(test.test().full(), 2 * LONGEST_NAME);
        String message = SafeText.line(test.message().strip(), LONGEST_MESSAGE);
        String trace = SafeText.lines(test.trace(), LONGEST_TRACE);
        String past = past(failing.past(), findings, now);
        return new TestsCard.Row(
                SafeText.line(test.test().brief(), LONGEST_NAME), full, test.test().name(), message, past,
                failing.past().standing() == Standing.FLAKY ? Mark.WARNING : Mark.BAD, trace,
                full + "\n" + message + "\n" + past + "\n" + trace + "\n");
    }

    private static String past(TestPast past, Findings findings, Instant now) {
        String passed = past.passed() == 0
                ? ""
                : " · passed " + Numbers.counted(past.passed(), "time", "times")
                        + " before";
        return switch (past.standing()) {
            case FLAKY -> "flaky: it passed on the same commit" + flaky(past) + passed;
            case KNOWN -> "known: failed in " + Numbers.counted(past.failed(), "run", "runs") + " before, last in #"
                    + past.lastFailedRun() + (past.lastFailedAt() == null
                            ? ""
                            : " " + Durations.ago(past.lastFailedAt(), now))
                    + flaky(past) + passed;
            case NEW -> findings.knowsThePast()
                    ? "first seen in this run" + passed
                    : "results of earlier runs are not known";
        };
    }

    private static String flaky(TestPast past) {
        return past.flakyBefore() == 0
                ? ""
                : " · flaky on " + Numbers.counted(past.flakyBefore(), "commit", "commits") + " before";
    }

    private static TestsCard.Slow slow(TestCase test) {
        java.time.Duration time = test.time();
        return new TestsCard.Slow(
                SafeText.line(test.test().brief(), LONGEST_NAME), time == null ? "" : took(time));
    }

    /// Tests are quick: below a minute, parts of a second matter.
    private static String took(java.time.Duration time) {
        if (time.toMinutes() > 0) {
            return Durations.brief(time);
        }
        return time.toSeconds() == 0
                ? time.toMillis() + " ms"
                : time.toSeconds() + "." + time.toMillisPart() / 100 + " s";
    }
}
