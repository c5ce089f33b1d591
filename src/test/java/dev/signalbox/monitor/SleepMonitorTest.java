package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SleepMonitorTest {

    private static final ConnectionId LIMITED = new ConnectionId("limited");

    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant wall = NOON;
    private long ticks = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();
    private int woken;
    private final SleepMonitor monitor = new SleepMonitor(() -> wall, () -> ticks, store, () -> woken++);

    @BeforeEach
    void connect() {
        store.offer(new Change.ConnectionAdded(Connection.fresh(PROD, Connection.Kind.KUBERNETES, "x").live(NOON)));
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(LIMITED, Connection.Kind.GITHUB, "y")
                        .troubled(new RemoteProblem.Unauthorized("refused"), null)));
        monitor.step();
    }

    private void pass(Duration onTheWall, Duration awake) {
        wall = wall.plus(onTheWall);
        ticks += awake.toNanos();
        monitor.step();
    }

    private Connection.Lamp lamp(ConnectionId id) {
        return Objects.requireNonNull(store.current().connections().get(id)).lamp();
    }

    @Test
    void timeThatPassesAsItDoesIsNoSleep() {
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofSeconds(2), Duration.ofSeconds(2));
        }
        pass(Duration.ofSeconds(62), Duration.ofSeconds(2));
        assertThat(woken).isZero();
        assertThat(lamp(PROD)).isEqualTo(Connection.Lamp.LIVE);
    }

    @Test
    void afterASleepNothingIsCurrentUntilItIsReadAnew() {
        pass(Duration.ofHours(8), Duration.ofSeconds(2));
        assertThat(woken).isEqualTo(1);
        assertThat(lamp(PROD)).isEqualTo(Connection.Lamp.STALE);
        assertThat(Objects.requireNonNull(store.current().connections().get(PROD)).problem())
                .isInstanceOfSatisfying(
                        RemoteProblem.Unreachable.class,
                        why -> assertThat(why.detail()).contains("slept"));
        store.offer(new Change.ConnectionAnswered(PROD, wall));
        assertThat(lamp(PROD)).isEqualTo(Connection.Lamp.LIVE);
        pass(Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(woken).isEqualTo(1);
    }

    @Test
    void whatWaitsForAPersonStillDoes() {
        pass(Duration.ofHours(8), Duration.ofSeconds(2));
        assertThat(lamp(LIMITED)).isEqualTo(Connection.Lamp.FAILED);
    }

    @Test
    void aSystemWhoseOtherClockGoesOnInItsSleepIsNoticedToo() {
        pass(Duration.ofMinutes(5), Duration.ofMinutes(5));
        assertThat(woken).isEqualTo(1);
    }

    @Test
    void aMinuteIsTheLimit() {
        pass(Duration.ofSeconds(60), Duration.ZERO);
        assertThat(woken).isZero();
        pass(Duration.ofSeconds(60).plusMillis(1), Duration.ZERO);
        assertThat(woken).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackIsNoSleep() {
        pass(Duration.ofHours(-3), Duration.ofSeconds(2));
        assertThat(woken).isZero();
    }
}
