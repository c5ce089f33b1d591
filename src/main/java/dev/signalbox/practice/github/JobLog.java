package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Conclusion;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.Step;
import dev.signalbox.practice.github.world.TestFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the log of a job that has run. The same job always has the same log: nothing is stored.
final class JobLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String RED = "\u001b[31;1m";
    private static final String GREEN = "\u001b[32m";
    private static final String BLUE = "\u001b[36;1m";
    private static final String PLAIN = "\u001b[0m";
    private static final int LONG_LOG = 20_000;

    private final Run run;
    private final Job job;
    private long drawn;

    JobLog(Run run, Job job) {
        this.run = run;
        this.job = job;
        this.drawn = job.id();
    }

    /// The whole log as it is downloaded, with the byte order mark that the real ones begin with.
    String text() {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        job.steps().forEach(step -> text.append(text(step)));
        return text.toString();
    }

    /// One step's part; empty when the step was skipped.
    String text(Step step) {
        Instant from = step.startedAt();
        Instant to = step.completedAt();
        if (from == null || to == null || step.conclusion() == Conclusion.SKIPPED) {
            return "";
        }
        List<String> lines = lines(step);
        Duration each = Duration.between(from, to).dividedBy(lines.size() + 1L);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(TIME.format(from.plus(each.multipliedBy(i)))).append(' ').append(lines.get(i)).append('\n');
        }
        return text.toString();
    }

    private List<String> lines(Step step) {
        List<String> lines = new ArrayList<>();
        if (isDebugged()) {
            debug(lines, step);
        }
        switch (step.name()) {
            case "Set up job" -> setUp(lines);
            case "Check out" -> checkOut(lines);
            case "Complete job" -> lines.add("Cleaning up orphan processes");
            case "Run unit tests", "Run integration tests" -> tests(lines, step);
            case "Build image" -> image(lines);
            case "Roll out" -> rollOut(lines, step);
            default -> plain(lines, step);
        }
        if (step.conclusion() == Conclusion.FAILURE) {
            lines.add("##[error]Process completed with exit code 1.");
        }
        if (step.conclusion() == Conclusion.CANCELLED) {
            lines.add("##[error]The operation was canceled.");
        }
        return lines;
    }

    private boolean isDebugged() {
        return run.attempt(job.attempt()).map(Attempt::debug).orElse(false);
    }

    /// What a runner adds when it is asked to say everything.
    private void debug(List<String> lines, Step step) {
        lines.add("##[debug]Evaluating condition for step: '" + step.name() + "'");
        lines.add("##[debug]Evaluating: success()");
        lines.add("##[debug]Evaluating success:");
        lines.add("##[debug]=> true");
        lines.add("##[debug]Result: true");
        lines.add("##[debug]Starting: " + step.name());
    }

    private void setUp(List<String> lines) {
        lines.add("Current runner version: '2.329.0'");
        lines.add("##[group]Runner Image Provisioner");
        lines.add("Hosted Compute Agent");
        lines.add("##[endgroup]");
        lines.add("##[group]GITHUB_TOKEN Permissions");
        lines.add("Contents: read");
        lines.add("Packages: write");
        lines.add("##[endgroup]");
        lines.add("Prepare workflow directory");
        lines.add("Complete job name: " + job.plan().name());
    }

    private void checkOut(List<String> lines) {
        lines.add("##[group]Run actions/checkout@v5");
        lines.add("with:");
        lines.add("  repository: " + run.repository().fullName());
        lines.add("  token: ***");
        lines.add("##[endgroup]");
        lines.add("Syncing repository: " + run.repository().fullName());
        lines.add("HEAD is now at " + run.head().sha().substring(0, 7) + " " + run.head().subject());
    }

    private void tests(List<String> lines, Step step) {
        boolean unit = step.name().equals("Run unit tests");
        lines.add("##[group]Run mvn -q verify" + (unit ? "" : " -Pit"));
        lines.add(BLUE + "mvn -q verify" + (unit ? "" : " -Pit") + PLAIN);
        lines.add("shell: /usr/bin/bash -e {0}");
        lines.add("##[endgroup]");
        boolean isLong = !unit && run.repository().name().equals("fraud-model");
        int classes = isLong ? LONG_LOG / 2 : 40;
        for (int i = 0; i < classes; i++) {
            String name = "dev.acme." + run.repository().name().replace("-", "") + ".Case" + i + (unit ? "Test" : "IT");
            lines.add("[INFO] Running " + name);
            lines.add("[INFO] " + GREEN + "Tests run: " + number(1, 40) + PLAIN + ", Failures: 0, Errors: 0, Skipped: "
                    + (number(0, 9) == 0 ? 1 : 0) + ", Time elapsed: 0." + number(100, 999) + " s -- in " + name);
        }
        if (step.conclusion() == Conclusion.FAILURE) {
            TestFailure test = run.brokenTest();
            String name = test.type() + "." + test.name();
            lines.add("[" + RED + "ERROR" + PLAIN + "] " + name + ":" + test.line());
            lines.add("  expected: " + test.expected());
            lines.add("   but was: " + test.actual());
            lines.add("  at " + name + "(" + test.type() + ".java:" + test.line() + ")");
            lines.add("##[error]" + name + ": " + test.message());
        }
        lines.add("[INFO] Results:");
        lines.add("[INFO] Tests run: 212, Failures: " + (step.conclusion() == Conclusion.FAILURE ? 1 : 0)
                + ", Errors: 0, Skipped: 2");
        lines.add("##[warning]Tests use the deprecated clock of the test kit");
    }

    private void image(List<String> lines) {
        lines.add("##[group]Run make image");
        lines.add("##[endgroup]");
        for (int i = 1; i <= 9; i++) {
            lines.add("#" + (i + 4) + " [" + i + "/9] RUN step " + i + " of the recipe");
            lines.add("#" + (i + 4) + " DONE " + i + "." + number(0, 10) + "s");
        }
        lines.add(
                "#14 naming to registry.practice.test/" + run.repository().fullName() + ":" + run.version() + " done");
    }

    private void rollOut(List<String> lines, Step step) {
        lines.add("##[group]Run make rollout VERSION=" + run.version());
        lines.add("##[endgroup]");
        lines.add("deployment.apps/" + run.repository().name() + " image updated");
        lines.add("Waiting for deployment \"" + run.repository().name() + "\" rollout to finish");
        if (step.conclusion() == Conclusion.SUCCESS) {
            lines.add("deployment \"" + run.repository().name() + "\" successfully rolled out");
        } else if (step.conclusion() == Conclusion.FAILURE) {
            lines.add(RED + "error: deployment \"" + run.repository().name() + "\" exceeded its progress deadline"
                    + PLAIN);
        }
    }

    private void plain(List<String> lines, Step step) {
        lines.add("##[group]Run " + step.name());
        lines.add("shell: /usr/bin/bash -e {0}");
        lines.add("##[endgroup]");
        for (int i = 0; i < 12; i++) {
            lines.add(step.name() + ": part " + (i + 1) + " of 12 took " + number(10, 400) + " ms");
        }
    }

    /// Looks drawn by lot but depends on the job alone.
    private long number(int from, int to) {
        drawn = drawn * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return from + Math.floorMod(drawn >> 33, to - from);
    }
}
