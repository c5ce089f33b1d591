package dev.signalbox.domain.cluster;

import static dev.signalbox.domain.cluster.WorkloadSample.deployment;
import static dev.signalbox.domain.cluster.WorkloadSample.leaving;
import static dev.signalbox.domain.cluster.WorkloadSample.pod;
import static dev.signalbox.domain.cluster.WorkloadSample.unready;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthRuleTest {

    private static final Trouble CRASH = new Trouble("CrashLoopBackOff", "exited with code 1", true);

    @Test
    void isHealthyWhenAllPodsAreThere() {
        assertThat(of(deployment())).isEqualTo(Health.HEALTHY);
    }

    @Test
    void isMovingDuringARollout() {
        assertThat(of(deployment().counting(3, 4, 1, 3, 3))).isEqualTo(Health.MOVING);
        assertThat(of(deployment().observed(6))).isEqualTo(Health.MOVING);
    }

    @Test
    void isFailedWhenTheNewVersionDoesNotComeUpAlthoughOldPodsServe() {
        assertThat(of(deployment().counting(3, 4, 1, 3, 3).pods(pod("new", 0, CRASH)))).isEqualTo(Health.FAILED);
    }

    @Test
    void losingPodsAfterARolloutDegradesInsteadOfMoving() {
        WorkloadSample complete = deployment().condition("Progressing", "True", "NewReplicaSetAvailable", "");
        assertThat(of(complete.counting(3, 3, 3, 2, 2))).isEqualTo(Health.DEGRADED);
        assertThat(of(complete.counting(3, 3, 3, 2, 2).pods(pod("new", 0, CRASH)))).isEqualTo(Health.DEGRADED);
        assertThat(of(complete.counting(3, 3, 3, 0, 0).pods(pod("new", 0, CRASH)))).isEqualTo(Health.FAILED);
    }

    @ParameterizedTest
    @EnumSource(value = WorkloadKind.class, names = {"STATEFUL_SET", "DAEMON_SET"})
    void aSetThatLosesPodsDegradesInsteadOfMoving(WorkloadKind kind) {
        WorkloadSample set = WorkloadSample.of(kind);
        assertThat(of(set.counting(3, 3, 3, 2, 2).pods(well(0), well(1), lost(2)))).isEqualTo(Health.DEGRADED);
        assertThat(of(set.counting(3, 3, 3, 0, 0).pods(lost(0), lost(1), lost(2)))).isEqualTo(Health.FAILED);
        assertThat(of(set.counting(3, 3, 2, 2, 2).pods(well(0), well(1), leaving(2))))
                .as("one on a node that is gone stays “terminating”")
                .isEqualTo(Health.DEGRADED);
        assertThat(of(set.counting(3, 3, 3, 2, 2).pods(well(0), well(1), crashing(2, Duration.ofHours(2)))))
                .as("one that stands for it does not come up")
                .isEqualTo(Health.DEGRADED);
    }

    @ParameterizedTest
    @EnumSource(value = WorkloadKind.class, names = {"STATEFUL_SET", "DAEMON_SET"})
    void aSetThatIsRolledOutMoves(WorkloadKind kind) {
        WorkloadSample set = WorkloadSample.of(kind);
        Pod coming = unready(2, false, Duration.ofMinutes(1));
        assertThat(of(set.counting(3, 3, 1, 3, 3))).isEqualTo(Health.MOVING);
        assertThat(of(set.counting(3, 3, 3, 2, 2).pods(well(0), well(1), coming)))
                .as("the last pod")
                .isEqualTo(Health.MOVING);
        assertThat(of(set.counting(2, 2, 2, 0, 0).pods(unready(0, false, Duration.ZERO), coming)))
                .as("for the first time")
                .isEqualTo(Health.MOVING);
        assertThat(of(set.counting(3, 3, 2, 2, 2).pods(pod("old", 0, null), well(1), lost(2))))
                .as("a pod of the old version is still there")
                .isEqualTo(Health.MOVING);
        assertThat(of(set.counting(1, 1, 1, 0, 0).pods(unready(0, false, Duration.ofHours(2)))))
                .as("it was scaled from zero long after its last change")
                .isEqualTo(Health.MOVING);
        assertThat(of(set.counting(3, 3, 3, 2, 2).pods())).as("pods may not be read").isEqualTo(Health.MOVING);
        assertThat(of(set.counting(3, 3, 3, 2, 2).pods(well(0), well(1), pod("new", 2, CRASH))))
                .as("what comes up and crashes fails")
                .isEqualTo(Health.FAILED);
    }

    @Test
    void aHeldRolloutStillMoves() {
        assertThat(of(deployment().counting(3, 3, 1, 3, 3).paused())).isEqualTo(Health.MOVING);
        assertThat(of(deployment().paused())).isEqualTo(Health.HEALTHY);
    }

    @Test
    void isIdleAtZero() {
        assertThat(of(deployment().counting(0, 0, 0, 0, 0).pods())).isEqualTo(Health.IDLE);
    }

    @Test
    void isUnknownBeforeTheClusterSaysAnything() {
        WorkloadSample silent = deployment().counting(3, 0, 0, 0, 0).observed(0);
        assertThat(of(silent)).isEqualTo(Health.MOVING);
        assertThat(of(silent.silent())).isEqualTo(Health.UNKNOWN);
    }

    private static Pod well(int index) {
        return pod("new", index, null);
    }

    private static Pod lost(int index) {
        return unready(index, true, Duration.ZERO);
    }

    private static Health of(WorkloadSample sample) {
        return HealthRule.of(sample.workload()).health();
    }

    private static Pod crashing(int index, Duration made) {
        Pod pod = unready(index, false, made);
        return new Pod(
                pod.name(), pod.uid(), pod.hash(), pod.phase(), false, false, false, 3, CRASH, pod.createdAt(), null);
    }
}
