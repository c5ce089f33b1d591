package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CiMonitorClockTest extends CiScene {

    @BeforeEach
    void beAtWork() {
        ci.runs = List.of(run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON));
        pass(Duration.ofSeconds(10));
    }

    private void setBack(Duration span) {
        now = now.minus(span);
        ci.asked.clear();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        setBack(Duration.ofHours(1));
        pass(Duration.ofSeconds(30));
        assertThat(ci.asked).contains("runs", "pushed", "deployments", "environments");
        assertThat(ci.count("runs")).as("as often as before").isBetween(7L, 10L);

        setBack(Duration.ofHours(1));
        monitor.again();
        pass(Duration.ofSeconds(30));
        assertThat(ci.asked).contains("runs", "pushed", "deployments", "environments");
    }

    @Test
    void aClockThatIsSetBackALittleMakesNothingElseDue() {
        pass(Duration.ofMinutes(1));
        setBack(Duration.ofMillis(500));
        pass(Duration.ofSeconds(2));
        assertThat(ci.asked).hasSizeLessThan(6);
    }

    @Test
    void troubleEndsThoughTheClockWasSetBackSince() {
        ci.problem = new RemoteProblem.ServerFault("bad gateway", 502);
        pass(Duration.ofMinutes(1));
        setBack(Duration.ofHours(1));
        ci.problem = null;
        pass(Duration.ofSeconds(30));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }

    @Test
    void aLimitIsAskedForWhenTheClockWasSetBack() {
        ci.problem = new RemoteProblem.RateLimited("used up", now.plusSeconds(60));
        pass(Duration.ofSeconds(10));
        setBack(Duration.ofHours(1));
        ci.problem = null;
        pass(Duration.ofSeconds(10));
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(ci.asked).contains("runs");
    }
}
