package dev.signalbox.ui.runs;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.runs.RunCard.ChosenJob;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps and log of one job in words. Pure.
final class JobCards {

    private JobCards() {}

    static ChosenJob of(ConsoleState state, @Nullable Job job, Reading<List<Job>> jobs, Instant now) {
        if (job == null) {
            return jobs.value() == null && jobs.problem() == null
                    ? ChosenJob.NONE
                    : new ChosenJob(0, "", List.of(), null, null,
                            jobs.value() == null ? "" : "There are no jobs in it.",
                            "");
        }
        boolean canHaveLog = job.status() == RunStatus.COMPLETED && job.conclusion() != Conclusion.SKIPPED;
        JobKey key = new JobKey(job.run(), job.number());
        Reading<LogFile> log = state.logs().getOrDefault(key, Reading.never());
        String problem = canHaveLog && log.problem() != null
                ? SafeText.line(Problems.sentence(log.problem(), now), 300)
                        + (log.value() == null ? "" : " What is shown was fetched before.")
                : "";
        return new ChosenJob(
                job.number(), SafeText.line(job.name(), 100),
                job.steps().stream().map(s -> step(s, now)).toList(), canHaveLog ? key : null,
                canHaveLog ? log.value() : null,
                StartOffers.gateOf(state, job).map(start -> StartOffers.words(state, start))
                        .orElseGet(() -> words(job, log)),
                problem);
    }

    private static String words(Job job, Reading<LogFile> log) {
        if (job.status() == RunStatus.WAITING) {
            return "This job waits and has written nothing yet.";
        }
        if (job.status() == RunStatus.IN_PROGRESS) {
            return JobLogs.whileItRuns(job);
        }
        if (job.status() != RunStatus.COMPLETED) {
            return "This job has not begun. Its log is fetched when it ends.";
        }
        if (job.conclusion() == Conclusion.SKIPPED) {
            return "This job was skipped: it has no log.";
        }
        return log.problem() == null ? "The log is being fetched…" : "The log could not be fetched.";
    }

    private static JobStepRow step(Job.Step step, Instant now) {
        boolean skipped = step.conclusion() == Conclusion.SKIPPED;
        boolean begun = step.startedAt() != null && !skipped && step.status() != RunStatus.QUEUED
                && step.status() != RunStatus.PENDING && step.status() != RunStatus.WAITING;
        String took = begun && step.startedAt() != null
                ? Durations.words(Duration.between(step.startedAt(), end(step, now)))
                : RunWords.word(step.status(), step.conclusion());
        return new JobStepRow(
                step.number(), SafeText.line(step.name(), 100), RunWords.mark(step.status(), step.conclusion()), took,
                !begun);
    }

    private static Instant end(Job.Step step, Instant now) {
        if (step.completedAt() != null) {
            return step.completedAt();
        }
        return step.status() == RunStatus.COMPLETED && step.startedAt() != null ? step.startedAt() : now;
    }
}
