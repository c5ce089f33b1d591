package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreconditionsTest {

    private final World world = new World();

    @Test
    void findsNothingMovedInAWorldThatStoodStill() throws Exception {
        world.ci.waits("production");
        assertThat(moved(
                new Precondition.RunIs(FakeCi.RUN, 1, FakeCi.SHA),
                new Precondition.RunUnfinished(FakeCi.RUN, 1),
                new Precondition.AwaitsReview(FakeCi.RUN, List.of(new Gate.Environment(5)), null),
                new Precondition.WorkflowActive(FakeCi.REPOSITORY, 7),
                new Precondition.WorkloadIs(FakeWorkload.KEY, "uid-1", 7),
                new Precondition.NotPaused(FakeWorkload.KEY),
                new Precondition.RevisionKept(FakeWorkload.KEY, "rs-2", "hash-2")))
                .isEmpty();
    }

    @Test
    void readsNothingTwice() throws Exception {
        Trace trace = new Trace();
        world.breakAs(trace);
        moved(
                new Precondition.WorkloadIs(FakeWorkload.KEY, "uid-1", 7),
                new Precondition.NotPaused(FakeWorkload.KEY),
                new Precondition.RevisionKept(FakeWorkload.KEY, "rs-2", "hash-2"));
        assertThat(trace.points()).containsExactly("before one", "after one");
        moved(new Precondition.WorkloadIs(FakeWorkload.KEY, "uid-1", 7), new Precondition.NotPaused(FakeWorkload.KEY));
        assertThat(trace.points()).endsWith("before spec", "after spec").hasSize(4);
    }

    @Test
    void saysWhatMovedOfARun() throws Exception {
        assertThat(moved(new Precondition.RunIs(FakeCi.RUN, 2, FakeCi.SHA)))
                .contains("Release #641 is at attempt 1 by now, started by alice; the plan was made for attempt 2.");
        assertThat(moved(new Precondition.RunIs(FakeCi.RUN, 1, "0123456789")))
                .contains("Release #641 is of commit abcdef01 by now; the plan was made for 01234567.");
        assertThat(moved(new Precondition.RunUnfinished(FakeCi.RUN, 1)))
                .contains("Release #641 has finished meanwhile.");
        assertThat(moved(new Precondition.RunFinished(FakeCi.RUN, 1))).isEmpty();
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.UNKNOWN, Conclusion.UNKNOWN));
        assertThat(moved(new Precondition.RunFinished(FakeCi.RUN, 1))).contains("Release #641 is running again.");
    }

    @Test
    void saysWhatMovedOfAReview() throws Exception {
        Precondition awaits = new Precondition.AwaitsReview(FakeCi.RUN, List.of(new Gate.Environment(5)), null);
        assertThat(moved(awaits)).contains("Review is not waited for any more.");
        world.ci.pending.add(new PendingApproval(
                FakeCi.RUN, new Gate.Environment(5), "production", false, Duration.ZERO, null, List.of()));
        assertThat(moved(awaits)).contains("This account may not decide about production any more.");
    }

    @Test
    void saysWhatMovedOfAWorkflow() throws Exception {
        assertThat(moved(new Precondition.WorkflowActive(FakeCi.REPOSITORY, 8)))
                .contains("The workflow was switched off or removed meanwhile.");
        world.ci.active = false;
        assertThat(moved(new Precondition.WorkflowActive(FakeCi.REPOSITORY, 7))).isNotEmpty();
    }

    @Test
    void saysWhatMovedOfAWorkload() throws Exception {
        Precondition same = new Precondition.WorkloadIs(FakeWorkload.KEY, "uid-1", 7);
        world.cluster.state.autoscale(6, world.clock.instant());
        assertThat(moved(same))
                .contains("It was changed meanwhile by kube-controller-manager at 12:00:00 UTC:"
                        + " it now runs v3 with 6 pods wanted.");
        world.cluster.state.paused = true;
        world.cluster.changedBy("kubectl-rollout");
        assertThat(moved(new Precondition.NotPaused(FakeWorkload.KEY)))
                .contains("It was paused meanwhile by kubectl-rollout at 12:00:00 UTC.");
        world.cluster.state.revisions.remove("rs-2");
        assertThat(moved(new Precondition.RevisionKept(FakeWorkload.KEY, "rs-2", "hash-2")))
                .contains("The revision to go back to was removed meanwhile.");
        world.cluster.state.uid = "uid-2";
        assertThat(moved(same)).contains("It is another object now: it was deleted and made anew.");
    }

    @Test
    void failsWhenSomethingCannotBeRead() {
        Trace trace = new Trace();
        trace.failAt(1);
        world.breakAs(trace);
        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> moved(new Precondition.NotPaused(FakeWorkload.KEY)));
        Preconditions nowhere =
                new Preconditions(new Outside(Map.of(), Map.of()), new Together(Runnable::run));
        assertThatExceptionOfType(RemoteFailure.class)
                .isThrownBy(() -> nowhere.read(List.of(new Precondition.NotPaused(FakeWorkload.KEY))))
                .withMessage("The connection prod-eu is not set up any more.");
    }

    private java.util.Optional<String> moved(Precondition... preconditions) throws RemoteFailure {
        return new Preconditions(world.outside(), new Together(Runnable::run)).read(List.of(preconditions)).moved();
    }
}
