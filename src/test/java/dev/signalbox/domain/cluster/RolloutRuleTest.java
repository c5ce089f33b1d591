package dev.signalbox.domain.cluster;

import static dev.signalbox.domain.cluster.WorkloadSample.deployment;
import static dev.signalbox.domain.cluster.WorkloadSample.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.Rollout.Phase;
import org.junit.jupiter.api.Test;

class RolloutRuleTest {

    private static final Trouble CRASH = new Trouble("CrashLoopBackOff", "exited with code 1", true);
    private static final Trouble SLOW = new Trouble("ErrImagePull", "timeout", false);

    @Test
    void isDoneWhenEveryPodIsUpdatedAndAvailable() {
        Rollout rollout = of(deployment());
        assertThat(rollout.phase()).isEqualTo(Phase.DONE);
        assertThat(rollout.words()).isEqualTo("Rolled out, 3 pods available");
        assertThat(rollout.done()).isEqualTo(3);
    }

    @Test
    void believesNothingUntilTheControllerHasObservedTheSpec() {
        assertThat(of(deployment().observed(6)).phase()).isEqualTo(Phase.OBSERVING);
        assertThat(of(deployment().observed(6)).isMoving()).isTrue();
    }

    @Test
    void walksThroughKubectlsStepsInOrder() {
        assertThat(of(deployment().counting(3, 3, 1, 3, 3)).words()).isEqualTo("1 of 3 pods updated");
        assertThat(of(deployment().counting(3, 4, 3, 3, 3)).words())
                .isEqualTo("Waiting for 1 pod of the old version to stop");
        assertThat(of(deployment().counting(3, 3, 3, 3, 2)).words()).isEqualTo("2 of 3 pods available");
    }

    @Test
    void failsWhenTheDeadlineHasPassedEvenWhileOldPodsServe() {
        Rollout rollout = of(deployment()
                .counting(3, 4, 1, 3, 3)
                .condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out"));
        assertThat(rollout.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void failsAtOnceWhenANewPodCannotRun() {
        Rollout rollout = of(deployment().counting(3, 4, 1, 3, 3).pods(pod("new", 0, CRASH), pod("old", 0, null)));
        assertThat(rollout.phase()).isEqualTo(Phase.FAILED);
        assertThat(rollout.words()).isEqualTo("1 of 3 pods updated: CrashLoopBackOff, exited with code 1");
        assertThat(rollout.troubles()).containsExactly(CRASH);
    }

    @Test
    void doesNotBlameARolloutForTheOldVersionsPods() {
        Rollout rollout = of(deployment().counting(3, 4, 1, 3, 3).pods(pod("new", 0, null), pod("old", 0, CRASH)));
        assertThat(rollout.phase()).isEqualTo(Phase.PROGRESSING);
        assertThat(rollout.troubles()).isEmpty();
    }

    @Test
    void goesOnWhileATroubleMayPass() {
        Rollout rollout = of(deployment().counting(3, 4, 1, 3, 3).pods(pod("new", 0, SLOW)));
        assertThat(rollout.phase()).isEqualTo(Phase.PROGRESSING);
        assertThat(rollout.words()).endsWith(": ErrImagePull, timeout");
    }

    @Test
    void failsAtOnceWhenPodsAreRefusedByAQuota() {
        Rollout rollout = of(deployment()
                .counting(3, 3, 0, 3, 3)
                .condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota"));
        assertThat(rollout.phase()).isEqualTo(Phase.FAILED);
        assertThat(rollout.words()).contains("FailedCreate, exceeded quota");
    }

    @Test
    void saysWhenItIsHeld() {
        assertThat(of(deployment().paused()).phase()).isEqualTo(Phase.PAUSED);
        Rollout half = of(deployment().counting(3, 3, 1, 3, 3).paused());
        assertThat(half.phase()).isEqualTo(Phase.PAUSED);
        assertThat(half.words()).isEqualTo("Paused; 1 of 3 pods updated");
    }

    @Test
    void scalingToZeroIsDone() {
        Rollout rollout = of(deployment().counting(0, 0, 0, 0, 0).pods());
        assertThat(rollout.phase()).isEqualTo(Phase.DONE);
        assertThat(rollout.words()).isEqualTo("Scaled to zero");
    }

    @Test
    void aStatefulSetWaitsForUpdatesAndReadiness() {
        WorkloadSample set = WorkloadSample.of(WorkloadKind.STATEFUL_SET);
        assertThat(of(set.counting(3, 3, 1, 3, 3)).phase()).isEqualTo(Phase.PROGRESSING);
        assertThat(of(set.counting(3, 3, 3, 2, 2)).words()).isEqualTo("2 of 3 pods ready");
        assertThat(of(set).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aPartitionedStatefulSetIsDoneWithItsShare() {
        WorkloadSample set = WorkloadSample.of(WorkloadKind.STATEFUL_SET).partition(2);
        assertThat(of(set.counting(3, 3, 0, 3, 3)).phase()).isEqualTo(Phase.PROGRESSING);
        Rollout rollout = of(set.counting(3, 3, 1, 3, 3));
        assertThat(rollout.phase()).isEqualTo(Phase.DONE);
        assertThat(rollout.words()).contains("held for the others by its partition");
    }

    @Test
    void updatingOnDeleteWaitsForSomebodyToDeletePods() {
        WorkloadSample set = WorkloadSample.of(WorkloadKind.STATEFUL_SET).onDelete();
        assertThat(of(set.counting(3, 3, 1, 3, 3)).phase()).isEqualTo(Phase.PAUSED);
        assertThat(of(set).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aDaemonSetWaitsForEveryNode() {
        WorkloadSample set = WorkloadSample.of(WorkloadKind.DAEMON_SET);
        assertThat(of(set.counting(5, 5, 4, 5, 5)).words()).isEqualTo("4 of 5 pods updated");
        assertThat(of(set.counting(5, 5, 5, 4, 4)).words()).isEqualTo("4 of 5 pods available");
        assertThat(of(set.counting(5, 5, 5, 5, 5)).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void leavesOutPodsThatAreGoingAway() {
        Pod going = new Pod("p", "u", "new", "Running", false, true, true, 0, CRASH, null, null);
        assertThat(of(deployment().counting(3, 3, 2, 3, 3).pods(going)).phase()).isEqualTo(Phase.PROGRESSING);
    }

    private static Rollout of(WorkloadSample sample) {
        return RolloutRule.of(sample.workload());
    }
}
