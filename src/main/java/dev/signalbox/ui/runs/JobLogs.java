package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogLink;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.logs.ShownLog;
import dev.signalbox.ui.runs.RunCard.ChosenJob;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The log of the chosen job, as the viewer takes it. Pure.
final class JobLogs {

    private JobLogs() {}

    static ShownLog of(ConsoleState state, ChosenJob chosen) {
        JobKey key = chosen.key();
        return new ShownLog(
                key == null ? "log" : key.run().repository().name() + "-" + key.run().number() + "-" + chosen.name(),
                ShownLog.Kind.FINISHED, chosen.log(), start(state, key),
                key == null ? "" : new LogLink(key, 0).page(), chosen.words(), chosen.problem());
    }

    /// Why there is no log yet, and how far the job is.
    static String whileItRuns(Job job) {
        long ended = job.steps().stream().filter(step -> step.status() == RunStatus.COMPLETED).count();
        Optional<Job.Step> running =
                job.steps().stream().filter(step -> step.status() == RunStatus.IN_PROGRESS).findFirst();
        String where = running.map(step -> "Step " + (ended + 1) + " of " + job.steps().size() + " runs: “"
                + SafeText.line(step.name(), 80) + "”. ").orElse("");
        return where + "The provider gives no log while a job runs; it is fetched by itself when the job ends.";
    }

    private static @Nullable Instant start(ConsoleState state, @Nullable JobKey key) {
        if (key == null) {
            return null;
        }
        return state.run(key.run()).jobs().values().stream()
                .flatMap(reading -> Optional.ofNullable(reading.value()).stream().flatMap(List::stream))
                .filter(job -> job.number() == key.job())
                .map(Job::startedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
