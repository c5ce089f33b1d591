package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CiMonitorGatewayTest extends CiScene {

    @BeforeEach
    void beAtWork() {
        ci.runs = List.of(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(5000)));
        pass(Duration.ofMinutes(1));
    }

    static List<RemoteProblem> gateways() {
        return List.of(
                new RemoteProblem.Rejected("moved to login.example.com", 302),
                new RemoteProblem.Unreadable("a sign-in page answered"));
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void whoStandsBeforeTheServerAndWantsALoginIsNotTheServer(RemoteProblem gateway) {
        Instant before = connection().freshAt();
        ci.problem = gateway;
        pass(Duration.ofMinutes(1));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
        assertThat(connection().freshAt()).isEqualTo(before);
        assertThat(connection().problem()).isEqualTo(gateway);
    }

    @ParameterizedTest
    @MethodSource("gateways")
    void everythingIsReadSoonAfterItLetsUsThroughAgain(RemoteProblem gateway) {
        ci.problem = gateway;
        pass(Duration.ofHours(1));
        ci.problem = null;
        ci.asked.clear();
        pass(Duration.ofSeconds(70));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
        assertThat(ci.asked).contains("me", "pushed", "all", "runs", "deployments", "environments", "freezes");
    }

    @Test
    void whoWeAreIsAskedEachMinuteWhileItIsNotTold() {
        ci.problem = new RemoteProblem.NotFound("no such page");
        ci.troubled = "me";
        monitor.again();
        pass(Duration.ofMinutes(30));
        ci.asked.clear();
        pass(Duration.ofMinutes(10));

        assertThat(ci.count("me")).isBetween(9L, 11L);
    }

    @Test
    void thatWhoWeAreIsNotToldIsNoSignOfHealth() {
        ci.problem = new RemoteProblem.NotFound("no such page");
        ci.troubled = "me";
        monitor.again();
        monitor.step();
        work.getFirst().run();

        assertThat(ci.asked).last().isEqualTo("me");
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
    }

    @Test
    void aServerThatForbidsToSayWhoWeAreIsWell() {
        ci.problem = new RemoteProblem.Forbidden("not for this token", null);
        monitor.again();
        pass(Duration.ofMinutes(1));

        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.LIVE);
    }
}
