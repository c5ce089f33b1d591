package dev.signalbox.history;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Runs, jobs and deployments of one repository, one run an hour.
final class SampleHistory {

    static final Instant NOON = SampleActions.NOON.truncatedTo(ChronoUnit.MICROS);
    static final RepositoryId CHECKOUT = new RepositoryId(new ConnectionId("github"), "acme", "checkout");

    private SampleHistory() {}

    /// A good build of the default branch, created `number` hours after noon.
    static Run green(long number, long seconds) {
        return run(number, 1, "push", "main", Conclusion.SUCCESS, seconds);
    }

    static Run run(long number, int attempt, String event, String branch, Conclusion end, long seconds) {
        Instant start = NOON.plusSeconds(number * 3_600);
        return new Run(
                new RunId(CHECKOUT, 9_000 + number), attempt, 7, "CI", ".github/workflows/ci.yml", number,
                "Tune the basket", event, end == Conclusion.NONE ? RunStatus.IN_PROGRESS : RunStatus.COMPLETED, end,
                branch, "sha-" + number, "ada", "ada", start, start, start.plusSeconds(seconds), null);
    }

    static Job job(Run run, long number, String name, Conclusion end, long seconds) {
        Instant start = NOON.plusSeconds(run.number() * 3_600 + 10);
        boolean over = end != Conclusion.NONE;
        return new Job(
                run.id(), number, run.attempt(), name, over ? RunStatus.COMPLETED : RunStatus.IN_PROGRESS, end, start,
                start, over ? start.plusSeconds(seconds) : null, List.of(), null, List.of(), null);
    }

    static Deployment deployment(long number, Deployment.State state) {
        return new Deployment(
                CHECKOUT, number, "production", "sha-1", "main", "ada", state, NOON, 9_001L, null);
    }
}
