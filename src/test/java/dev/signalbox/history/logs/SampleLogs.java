package dev.signalbox.history.logs;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import java.time.Duration;
import java.time.Instant;

/// Logs of failed jobs of one repository.
final class SampleLogs {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private SampleLogs() {}

    /// The log of a job that ended some hours after noon.
    static KeptLog about(long job, long hours) {
        RepositoryId checkout = new RepositoryId(new ConnectionId("github"), "acme", "checkout");
        return new KeptLog(
                new JobKey(new RunId(checkout, 9_000), job), "CI", 641, "unit-tests", Conclusion.FAILURE, "main",
                NOON.plus(Duration.ofHours(hours)));
    }
}
