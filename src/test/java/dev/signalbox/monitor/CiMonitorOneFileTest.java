package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CiMonitorOneFileTest extends CiScene {

    private static final JobKey JOB = new JobKey(runId(9), 77);

    @TempDir
    Path folder;

    @BeforeEach
    void lookAtALog() {
        Job ended = new Job(
                runId(9), 77, 1, "lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, NOON, NOON, List.of(), null,
                List.of(), null);
        store.offer(new Change.JobsRead(runId(9), 1, new Answer.Good<>(List.of(ended), NOON)));
        store.offer(new Change.FocusMoved("runs", Focus.NOWHERE.withLogs(Set.of(JOB))));
    }

    static List<RemoteProblem> ofOneFile() {
        return List.of(
                new RemoteProblem.Unreadable("The answer is compressed in an unknown way"),
                new RemoteProblem.NotKept("The log cannot be kept on this disk"));
    }

    @ParameterizedTest
    @MethodSource("ofOneFile")
    void aFileThatCannotBeReadOrKeptSaysNothingOfTheServer(RemoteProblem problem) {
        ci.problem = problem;
        ci.troubled = "log";
        CiMonitor keeping = keeping();
        for (Instant end = now.plus(Duration.ofMinutes(5)); now.isBefore(end); now = now.plusMillis(250)) {
            keeping.step();
        }

        assertThat(ci.count("log")).as("seldom").isBetween(2L, 6L);
        assertThat(store.current().logs().values()).extracting(Reading::problem).containsExactly(problem);
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(connection().problem()).isNull();
    }

    @Test
    void norDoesItSayThatATroubledServerIsWell() {
        ci.problem = new RemoteProblem.NotKept("The log cannot be kept on this disk");
        keeping().step();

        assertThat(ci.count("log")).isEqualTo(1);
        assertThat(connection().freshAt()).isNull();
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.CONNECTING);
    }

    private CiMonitor keeping() {
        return new CiMonitor(
                ci.provider(), store, () -> now, Runnable::run, folder, FakeArtifacts.sources(folder));
    }
}
