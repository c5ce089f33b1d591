package dev.signalbox.domain.cluster;

import static dev.signalbox.domain.cluster.WorkloadSample.deployment;
import static dev.signalbox.domain.cluster.WorkloadSample.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    private static Health of(WorkloadSample sample) {
        return HealthRule.of(sample.workload()).health();
    }
}
