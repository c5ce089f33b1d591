package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.Locks;
import dev.signalbox.port.LocksContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesLocksTest extends LocksContract {

    private final Rig rig = new Rig();

    @Override
    protected Locks locks() {
        return rig.cluster.locks();
    }

    @Override
    protected Locks ofAnotherWorkstation() {
        return Rig.connect(rig.address).cluster().locks();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void goesOnWithoutWhenLeasesAreForbidden() {
        rig.practice.deny("create", "leases", "shop");
        assertThat(locks().take(Rig.key(WorkloadKind.DEPLOYMENT), "kim", Duration.ofMinutes(2)))
                .isInstanceOfSatisfying(Locks.Answer.Without.class, without -> assertThat(without.reason())
                        .startsWith("Your account may not use Leases"));
    }

    @Test
    void aLeaseThatStoodStillForItsWholeTimeIsTakenOver() throws Exception {
        assertThat(locks().take(Rig.key(WorkloadKind.DEPLOYMENT), "kim", Duration.ofSeconds(30)))
                .isInstanceOf(Locks.Answer.Taken.class);
        AtomicInteger minutes = new AtomicInteger();
        Locks patient = Rig.connect(rig.address, Rig.TOKEN, () -> Duration.ofMinutes(minutes.get()).toNanos())
                .cluster()
                .locks();
        assertThat(patient.take(Rig.key(WorkloadKind.DEPLOYMENT), "ada", Duration.ofSeconds(30)))
                .isInstanceOf(Locks.Answer.HeldBy.class);
        minutes.set(1);
        assertThat(patient.take(Rig.key(WorkloadKind.DEPLOYMENT), "ada", Duration.ofSeconds(30)))
                .isInstanceOf(Locks.Answer.Taken.class);
        assertThat(locks().take(Rig.key(WorkloadKind.DEPLOYMENT), "kim", Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(Locks.Answer.HeldBy.class, held -> assertThat(held.holder()).isEqualTo("ada"));
    }

    @Test
    void nobodyIsLockedOutWhenTheClusterDoesNotAnswer() {
        rig.practice.setReachable(false);
        assertThat(locks().take(Rig.key(WorkloadKind.DEPLOYMENT), "kim", Duration.ofSeconds(30)))
                .isInstanceOf(Locks.Answer.Without.class);
    }
}
