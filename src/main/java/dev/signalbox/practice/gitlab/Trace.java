package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Job;
import dev.signalbox.practice.gitlab.world.Pipeline;
import dev.signalbox.practice.gitlab.world.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes the log of a job as far as it has come. The same job always has the same log: nothing is stored.
final class Trace {

    private static final String ERASE = "\u001b[0K";
    private static final String GREEN = "\u001b[32;1m";
    private static final String CYAN = "\u001b[36;1m";
    private static final String RED = "\u001b[31;1m";
    private static final String PLAIN = "\u001b[0;m";

    private final Job job;
    private final Instant now;

    Trace(Job job, Instant now) {
        this.job = job;
        this.now = now;
    }

    /// The whole log; empty before a runner took the job and after it was erased.
    String text() {
        Instant started = job.startedAt();
        if (started == null || job.isErased()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        long at = started.getEpochSecond();
        lines.add(ERASE + "Running with gitlab-runner 18.6.0 (5f4ae2b1)" + PLAIN);
        section(lines, at, "prepare_executor", "Preparing the \"docker\" executor",
                List.of("Using Docker executor with image registry.practice.test/acme/build:12 ..."));
        section(lines, at + 1, "get_sources", "Getting source from Git repository", List.of(
                "Fetching changes with git depth set to 20...",
                "Checking out " + job.pipeline().head().sha().substring(0, 8) + " as detached HEAD (ref is "
                        + job.pipeline().trigger().ref() + ")..."));
        section(lines, at + 2, "step_script", "Executing \"step_script\" stage of the job script", script());
        int shown = (int) Math.ceil(lines.size() * job.progress(now));
        List<String> told = new ArrayList<>(lines.subList(0, Math.clamp(shown, 1, lines.size())));
        end(told);
        return String.join("\n", told) + "\n";
    }

    private static void section(List<String> lines, long at, String name, String title, List<String> inner) {
        lines.add("section_start:" + at + ":" + name + "\r" + ERASE + CYAN + title + PLAIN);
        lines.addAll(inner);
        lines.add("section_end:" + (at + 1) + ":" + name + "\r" + ERASE);
    }

    private List<String> script() {
        List<String> lines = new ArrayList<>();
        Pipeline pipeline = job.pipeline();
        lines.add(GREEN + "$ make " + job.plan().name().replaceAll("[^a-z-].*", "") + PLAIN);
        if (pipeline.trigger().variables().getOrDefault("LOG_LEVEL", "").equals("debug")) {
            lines.add("debug: environment has " + pipeline.trigger().variables().size() + " variables of its own");
        }
        if (job.plan().environment() != null) {
            lines.add("deployment.apps/" + pipeline.project().name() + " image updated to " + pipeline.version());
            lines.add("Waiting for deployment \"" + pipeline.project().name() + "\" rollout to finish");
        } else if (job.plan().tests()) {
            for (int i = 0; i < 60; i++) {
                lines.add("ok  \tpractice.test/" + pipeline.project().name() + "/internal/part" + i + "\t0."
                        + (100 + (job.id() + i) % 800) + "s");
            }
            if (job.status() == Status.FAILED) {
                lines.add(RED + "--- FAIL: " + Reports.BROKEN + " (0.31s)" + PLAIN);
                lines.add("    queue_test.go:88: " + Reports.MESSAGE);
            }
            lines.add("total:\t(statements)\t" + JobJson.COVERAGE + "%");
        } else {
            for (int i = 1; i <= 24; i++) {
                lines.add(job.plan().name() + ": part " + i + " of 24");
            }
        }
        return lines;
    }

    private void end(List<String> lines) {
        switch (job.status()) {
            case SUCCESS -> lines.add(ERASE + GREEN + "Job succeeded" + PLAIN);
            case FAILED -> lines.add(ERASE + RED + "ERROR: Job failed: exit code 1" + PLAIN);
            case CANCELED -> lines.add(ERASE + RED + "ERROR: Job failed: canceled" + PLAIN);
            case CREATED, PENDING, RUNNING, MANUAL, CANCELING, SKIPPED -> {}
        }
    }
}
