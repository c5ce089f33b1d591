package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.state.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest {

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @ParameterizedTest
    @ValueSource(strings = {
        "trigger", "rerun", "cancel", "approve", "reject", "roll back", "restart", "pause", "resume", "scale"
    })
    void changesNothingWhilePreparing(String name) {
        World one = World.madeFor(name);
        Plan plan = one.console("alice").plan(World.intent(name));

        assertThat(one.changes()).isZero();
        assertThat(plan.preconditions()).isNotEmpty();
        assertThat(plan.steps().getFirst().verifies()).isNotInstanceOf(Expectation.Nothing.class);
        assertThat(plan.steps().getFirst().verifiedBy()).isNotBlank();
        assertThat(plan.title()).isNotBlank();
        assertThat(plan.key()).hasSize(64);
    }

    @Test
    void rollsBackToTheRevisionShownAndKnowsTheWayForward() {
        Plan plan = console.plan(World.rollBack("rs-2"));

        assertThat(plan.title()).isEqualTo("Roll back checkout to v2");
        assertThat(plan.subject()).isEqualTo("checkout · production");
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.preconditions())
                .containsExactly(
                        new Precondition.WorkloadIs(FakeWorkload.KEY, "uid-1", 7),
                        new Precondition.NotPaused(FakeWorkload.KEY),
                        new Precondition.RevisionKept(FakeWorkload.KEY, "rs-2", "hash-2"));
        assertThat(plan.steps().getFirst().request().body())
                .isEqualTo("uid=uid-1;generation=7;template=rs-2;cause=rollback checkout v3 -> v2 by alice@desk: 5xx");
        assertThat(plan.steps().get(1).courtesy()).isTrue();
        assertThat(plan.undo())
                .isEqualTo(new Undo.ByIntent(
                        "Roll forward to v3",
                        new Intent.RollBack(
                                FakeWorkload.KEY, "uid-1", 8, "rs-3", "hash-3", "v3", "undo of the rollback")));
        assertThat(plan.preview()).containsExactly("image v3 changes");
        assertThat(plan.warnings()).containsExactly("v2 was never seen healthy from here.");
    }

    @Test
    void doesNotWarnOfARevisionThatWasHealthy() {
        keepGood("hash-2", "v2");
        assertThat(console.plan(World.rollBack("rs-2")).warnings()).isEmpty();
        assertThat(console.plan(World.rollBack("rs-1")).warnings())
                .containsExactly("v1 was never seen healthy from here.", "Last seen healthy: v2.");
    }

    @Test
    void saysWhoWillPutItBackAndAsksForTheName() {
        for (Owner.Kind kind : List.of(Owner.Kind.ARGO_CD, Owner.Kind.FLUX, Owner.Kind.HELM)) {
            world.cluster.ownedBy(new Owner(kind, "shop-app"));
            Plan plan = console.plan(World.rollBack("rs-2"));
            assertThat(plan.warnings().getFirst()).contains("shop-app").contains("Better");
        }
        world.cluster.state.key = new WorkloadKey(FakeWorkload.KEY.cluster(), "x", WorkloadKind.DEPLOYMENT, "other");
        Plan plan = console.plan(new Intent.RestartWorkload(world.cluster.state.key, "uid-1", 7));
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("other"));
        assertThat(plan.subject()).isEqualTo("x/other");
    }

    @Test
    void warnsOfWhatKeepsPodsOld() {
        world.cluster.state.onDelete = true;
        assertThat(console.plan(World.rollBack("rs-2")).warnings()).anyMatch(w -> w.contains("OnDelete"));
        world.cluster.state.onDelete = false;
        world.cluster.state.partition = 2;
        world.cluster.state.annotations = Map.of("kubectl.kubernetes.io/last-applied-configuration", "");
        assertThat(console.plan(World.rollBack("rs-2")).warnings())
                .anyMatch(w -> w.contains("partition is 2"))
                .anyMatch(w -> w.contains("kubectl apply"));
    }

    @Test
    void warnsOfARolloutUnderWayAndOfSomebodyAtWork() {
        world.cluster.state.deploy("rs-1", "kubectl-set", world.clock.instant());
        assertThat(console.plan(World.rollBack("rs-2")).warnings())
                .anyMatch(w -> w.startsWith("A rollout is under way"))
                .anyMatch(w -> w.equals("Somebody is at work here: changed by kubectl-set at 12:00:00 UTC."));
    }

    @Test
    void refusesARollbackThatCannotWork() {
        assertThat(console.refusal(World.rollBack("rs-3")).reason())
                .isEqualTo("checkout already is v3 by helm at 08:00:00 UTC.");
        assertThat(console.refusal(World.rollBack("rs-9")).reason()).contains("not kept any more");
        world.cluster.state.paused = true;
        assertThat(console.refusal(World.rollBack("rs-2")).advice()).isEqualTo("Resume it first, then roll back.");
        world.cluster.state.uid = "uid-2";
        assertThat(console.refusal(World.rollBack("rs-2")).reason()).contains("another object");
    }

    @Test
    void warnsOfAWayThatIsNotSafe() {
        world.cluster.caution = "The certificate is not checked.";
        assertThat(world.console("bob@desk").plan(World.rollBack("rs-2")).warnings())
                .contains("The certificate is not checked.");
    }

    @Test
    void refusesWhatTheClusterWouldRefuse() {
        console.plan(World.rollBack("rs-2"));
        assertThat(world.cluster.reviewed).extracting(PermitKey::name).containsExactly("checkout");
        world.cluster.permit = new Permit(false, "no role grants it");
        assertThat(console.refusal(World.rollBack("rs-2")).reason()).contains("no role grants it");
        world.cluster.permit = new Permit(true, "");
        world.cluster.dryRunProblem = new RemoteProblem.Rejected("denied by policy", 422);
        assertThat(console.refusal(World.rollBack("rs-2")).reason())
                .isEqualTo("The cluster would refuse it: denied by policy");
        world.cluster.dryRunProblem = new RemoteProblem.Rejected("webhook does not support dry run", 400);
        assertThat(console.plan(World.rollBack("rs-2")).warnings()).anyMatch(w -> w.startsWith("No preview"));
        world.cluster.dryRunProblem = new RemoteProblem.Unauthorized("expired");
        assertThat(console.refusal(World.rollBack("rs-2")).advice()).startsWith("Sign in again");
    }

    @Test
    void pausesAndResumesOnlyWhatCanBeHeld() {
        Intent pause = World.intent("pause");
        Intent resume = World.intent("resume");
        assertThat(console.plan(pause).undo()).isInstanceOf(Undo.ByIntent.class);
        assertThat(console.refusal(resume).reason()).startsWith("checkout is not held");
        world.cluster.state.paused = true;
        assertThat(console.refusal(pause).reason()).startsWith("checkout is held already");
        assertThat(console.plan(resume).undo()).isInstanceOf(Undo.ByIntent.class);
        assertThat(console.refusal(World.intent("restart")).reason()).contains("is paused");
        WorkloadKey set = new WorkloadKey(FakeWorkload.KEY.cluster(), "shop", WorkloadKind.STATEFUL_SET, "db");
        assertThat(console.refusal(new Intent.PauseRollout(set, "uid-1", 7)).reason())
                .isEqualTo("A StatefulSet cannot be held.");
        assertThat(console.refusal(new Intent.ResumeRollout(set, "uid-1", 7)).reason())
                .isEqualTo("A StatefulSet cannot be held.");
    }

    @Test
    void scalesThereAndBack() {
        Plan plan = console.plan(scale(4, 0));
        assertThat(plan.title()).isEqualTo("Scale checkout from 4 to 0 pods");
        assertThat(plan.warnings()).anyMatch(w -> w.contains("nothing answers"));
        assertThat(plan.undo())
                .isEqualTo(new Undo.ByIntent(
                        "Scale back to 4 pods", new Intent.ScaleWorkload(FakeWorkload.KEY, "uid-1", 8, 0, 4)));
        assertThat(console.plan(scale(3, 1)).warnings()).anyMatch(w -> w.contains("the screen showed 3"));
        assertThat(console.refusal(scale(4, 4)).reason()).contains("already wants 4 pods");
        assertThat(console.refusal(scale(4, -1)).reason()).contains("cannot be asked for");
        assertThat(console.refusal(scale(4, 5000)).reason()).contains("cannot be asked for");
        WorkloadKey set = new WorkloadKey(FakeWorkload.KEY.cluster(), "shop", WorkloadKind.DAEMON_SET, "agent");
        assertThat(console.refusal(new Intent.ScaleWorkload(set, "uid-1", 7, 1, 2)).reason())
                .contains("one pod on each node");
    }

    @Test
    void givesEqualKeysOnlyToPlansThatDoTheSameToTheSameState() {
        String key = console.plan(World.intent("restart")).key();
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(console.plan(World.intent("restart")).key()).isEqualTo(key);
        assertThat(console.plan(World.rollBack("rs-2")).key()).isNotEqualTo(console.plan(World.rollBack("rs-1")).key());
        world.cluster.state.autoscale(5, world.clock.instant());
        assertThat(console.plan(World.intent("restart")).key()).isNotEqualTo(key);
    }

    @Test
    void checksInputsBeforeARunIsStarted() {
        world.ci.manual = new ManualStart.Offered(List.of(
                new WorkflowInput("level", "", WorkflowInput.Type.CHOICE, true, null, List.of("patch", "minor")),
                new WorkflowInput("target", "", WorkflowInput.Type.ENVIRONMENT, false, "staging", List.of())));
        assertThat(console.refusal(trigger(Map.of())).reason()).isEqualTo("The input level is required.");
        assertThat(console.refusal(trigger(Map.of("level", "huge"))).advice()).isEqualTo("Choose one of patch, minor.");
        assertThat(console.refusal(trigger(Map.of("level", "patch", "odd", "1"))).reason()).contains("no input odd");
        Plan plan = console.plan(trigger(Map.of("level", "patch", "target", "production")));
        assertThat(plan.preview()).containsExactly("level = patch", "target = production");
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.undo()).isInstanceOf(Undo.Impossible.class);
        world.ci.active = false;
        assertThat(console.refusal(trigger(Map.of("level", "patch"))).reason()).contains("switched off");
    }

    @Test
    void anInputThatIsLeftOutIsShownAndGuardedAsTheDefaultThatItStartsWith() {
        world.ci.manual = new ManualStart.Offered(List.of(
                new WorkflowInput("environment", "", WorkflowInput.Type.STRING, false, "production", List.of()),
                new WorkflowInput("note", "", WorkflowInput.Type.STRING, false, "", List.of())));
        Plan left = console.plan(trigger(Map.of()));
        assertThat(left.preview()).containsExactly("environment = production (its default)");
        assertThat(left.environment()).isEqualTo("production");
        assertThat(left.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(console.plan(trigger(Map.of("environment", "staging"))).guard()).isEqualTo(new Guard.Press());
    }

    @Test
    void aWorkflowThatAsksForNothingIsNotOneThatCannotBeStarted() {
        assertThat(console.plan(trigger(Map.of())).title()).isEqualTo("Start Release on main");
        world.ci.manual = new ManualStart.NotOffered();
        assertThat(console.refusal(trigger(Map.of())).reason())
                .isEqualTo("Release cannot be started by hand: at main, its file has no workflow_dispatch.");
        assertThat(console.refusal(trigger(Map.of())).advice()).contains("another workflow or branch");
    }

    @Test
    void saysWhatDebugLoggingMeansBeforeItIsSwitchedOn() {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE));
        Plan plan = console.plan(new Intent.RerunRun(
                FakeCi.RUN, 1, new Intent.RerunRun.Scope.OneJob(9, "lint"), true));
        assertThat(plan.title())
                .isEqualTo("Run job lint and what depends on it of Release #641 again with debug logging");
        assertThat(plan.warnings()).singleElement().asString().contains("everybody who may read the repository");
        assertThat(console.plan(World.intent("rerun")).warnings()).isEmpty();
    }

    @Test
    void rerunsOnlyWhatHasFinishedAndCancelsOnlyWhatHasNot() {
        Intent rerun = World.intent("rerun");
        Intent cancel = World.intent("cancel");
        assertThat(console.plan(rerun).title()).isEqualTo("Run the failed jobs of Release #641 again");
        assertThat(console.refusal(cancel).reason()).isEqualTo("Release #641 has finished already.");
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        assertThat(console.refusal(rerun).reason()).contains("No job of Release #641 failed");
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE));
        assertThat(console.refusal(rerun).reason()).isEqualTo("Release #641 has not finished.");
        assertThat(console.plan(new Intent.CancelRun(FakeCi.RUN, 1, true)).warnings())
                .anyMatch(w -> w.contains("always()"));
        world.ci.runs.put(641L, world.ci.run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE));
        assertThat(console.refusal(cancel).reason()).contains("at attempt 2 by now; the screen showed attempt 1");
    }

    @Test
    void reviewsOnlyWhatTheScreenShowed() {
        world.ci.waits("production");
        Plan plan = console.plan(World.review(Decision.APPROVE));
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(plan.undo())
                .isEqualTo(new Undo.ByIntent("Cancel the run", new Intent.CancelRun(FakeCi.RUN, 1, false)));
        assertThat(plan.preview()).containsExactly("commit abcdef01 may go to production", "decided as alice");
        assertThat(console.plan(World.review(Decision.REJECT)).guard()).isEqualTo(new Guard.Press());

        Intent other = new Intent.ReviewDeployment(
                FakeCi.RUN, 1, "ffff", List.of(new Gate.Environment(5)), List.of("production"), Decision.APPROVE, "");
        assertThat(console.refusal(other).reason()).contains("is of commit abcdef01; the screen showed ffff");
        world.ci.pending.clear();
        world.ci.reviews.add(new Review("bob", Review.Decision.APPROVED, "fine", List.of("production")));
        assertThat(console.refusal(World.review(Decision.APPROVE)).reason())
                .isEqualTo("production was already approved by bob: “fine”.");
    }

    private void keepGood(String hash, String version) {
        console.store.offer(new Change.GoodRevisionKept(new GoodRevision(
                FakeWorkload.KEY, "uid-1", hash, version, world.clock.instant().minusSeconds(900),
                world.clock.instant())));
    }

    private static Intent scale(int from, int to) {
        return new Intent.ScaleWorkload(FakeWorkload.KEY, "uid-1", 7, from, to);
    }

    private static Intent trigger(Map<String, String> inputs) {
        return new Intent.TriggerRun(FakeCi.REPOSITORY, 7, "Release", "main", inputs);
    }
}
