package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every way of locking promises.
public abstract class LocksContract {

    private static final Duration TIME = Duration.ofMinutes(2);
    private static final WorkloadKey WORKLOAD =
            new WorkloadKey(new ConnectionId("prod"), "shop", WorkloadKind.DEPLOYMENT, "checkout");
    private static final WorkloadKey OTHER =
            new WorkloadKey(new ConnectionId("prod"), "shop", WorkloadKind.DEPLOYMENT, "search");

    /// The locks under test.
    protected abstract Locks locks();

    /// The same locks as another workstation sees them.
    protected abstract Locks ofAnotherWorkstation();

    @Test
    void theFirstTakesItAndTheSecondIsToldWho() {
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
        assertThat(ofAnotherWorkstation().take(WORKLOAD, "ada", TIME))
                .isInstanceOfSatisfying(Locks.Answer.HeldBy.class, held -> {
                    assertThat(held.holder()).isEqualTo("kim");
                    assertThat(held.since()).isNotNull();
                });
    }

    @Test
    void theHolderMayTakeItAgain() {
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
    }

    @Test
    void whatIsReleasedIsFree() {
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
        locks().release(WORKLOAD, "kim");
        assertThat(ofAnotherWorkstation().take(WORKLOAD, "ada", TIME)).isInstanceOf(Locks.Answer.Taken.class);
    }

    @Test
    void nobodyReleasesTheLockOfAnother() {
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
        ofAnotherWorkstation().release(WORKLOAD, "ada");
        assertThat(ofAnotherWorkstation().take(WORKLOAD, "ada", TIME)).isInstanceOf(Locks.Answer.HeldBy.class);
    }

    @Test
    void everyWorkloadHasALockOfItsOwn() {
        assertThat(locks().take(WORKLOAD, "kim", TIME)).isInstanceOf(Locks.Answer.Taken.class);
        assertThat(locks().take(OTHER, "ada", TIME)).isInstanceOf(Locks.Answer.Taken.class);
    }
}
