package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.Locks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningPlansTest {

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @ParameterizedTest
    @ValueSource(strings = {
        "trigger", "rerun", "cancel", "approve", "reject", "roll back", "restart", "pause", "resume", "scale"
    })
    void doesWhatWasConfirmedOnceAndSeesItDone(String name) {
        World one = World.madeFor(name);
        ActionRecord action = one.console("alice").does(World.intent(name));

        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        assertThat(action.steps().getFirst().fate()).isEqualTo(Fate.VERIFIED);
        assertThat(action.words()).isNotBlank();
        assertThat(one.changes()).isEqualTo(1);
        assertThat(one.hasEffect(name)).isTrue();
        assertThat(one.violations()).isEmpty();
        assertThat(one.journal.one()).isEqualTo(action);
        assertThat(one.cluster.isLocked()).isFalse();
    }

    @Test
    void tellsHowFarTheRolloutIsAndThatItIsThrough() {
        List<String> said = new ArrayList<>();
        console.store.select(s -> s.actions().values().stream().map(ActionRecord::words).toList(), said::addAll);
        ActionRecord action = console.does(World.rollBack("rs-2"));

        assertThat(said).contains("1 of 4 pods updated", "3 of 4 pods updated");
        assertThat(action.words()).isEqualTo("Rolled out, 4 pods available.");
        assertThat(world.cluster.events).hasSize(1);
        assertThat(world.cluster.events.getFirst().body())
                .contains("RolledBack: Roll back checkout to v2 by alice@desk");
    }

    @Test
    void writesEachStepDownBeforeAndAfterItIsSent() {
        console.does(World.rollBack("rs-2"));
        assertThat(world.journal.written())
                .extracting(r -> r.phase() + " " + r.steps().stream().map(StepRecord::fate).toList())
                .containsExactly(
                        "CHECKING [PENDING, PENDING]",
                        "SENDING [INTENDED, PENDING]",
                        "SENDING [APPLIED, PENDING]",
                        "SENDING [APPLIED, INTENDED]",
                        "SENDING [APPLIED, APPLIED]",
                        "VERIFYING [APPLIED, APPLIED]",
                        "VERIFYING [APPLIED, APPLIED]",
                        "VERIFYING [VERIFIED, APPLIED]",
                        "DONE [VERIFIED, APPLIED]");
    }

    @Test
    void takesBackWhatItDid() {
        ActionRecord action = console.does(World.rollBack("rs-2"));
        assertThat(action.plan().undo()).isInstanceOf(Undo.ByIntent.class);
        if (action.plan().undo() instanceof Undo.ByIntent undo) {
            assertThat(console.does(undo.intent()).phase()).isEqualTo(Phase.DONE);
        }
        assertThat(world.cluster.state.template).isEqualTo("rs-3");
    }

    @Test
    void doesNotRunAPlanThatWasShownTooLongAgo() {
        DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
        world.clock.pass(Plan.SHELF_LIFE.plusSeconds(1));
        console.operator.confirm(draft);
        assertThat(console.draft(draft)).isInstanceOf(Draft.Refused.class);
        assertThat(console.store.current().actions()).isEmpty();
        assertThat(world.cluster.received).isEmpty();
    }

    @Test
    void makesOneChangeOfTwoClicks() {
        DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
        world.cluster.before = () -> console.operator.confirm(draft);
        console.operator.confirm(draft);
        console.operator.confirm(draft);
        assertThat(world.changes()).isEqualTo(1);
        assertThat(console.store.current().actions()).hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoEqualPlansOfTheFirst() {
        DraftId first = console.operator.prepare(World.intent("trigger"));
        DraftId second = console.operator.prepare(World.intent("trigger"));
        DraftId third = console.operator.prepare(World.intent("trigger"));
        Plan plan2 = console.plan(second);
        Plan plan3 = console.plan(third);
        world.ci.before = () -> {
            world.clock.pass(Duration.ofMillis(200));
            console.operator.confirm(second);
        };
        console.operator.confirm(first);
        console.operator.confirm(third);

        assertThat(world.changes()).isEqualTo(1);
        assertThat(console.action(plan2).words())
                .isEqualTo("Nothing was sent. Already confirmed 0.2 s ago: “Start Release on main” is under way.");
        assertThat(console.action(plan3).words()).contains("was sent. It is not sent twice.");
        world.clock.pass(Duration.ofMinutes(2));
        assertThat(console.does(World.intent("trigger")).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void letsTheSameBeConfirmedAgainWhenItWasCertainlyNotDone() {
        world.cluster.refusal = new RemoteProblem.RateLimited("Slow down.", world.clock.instant().plusSeconds(30));
        ActionRecord refused = console.does(World.rollBack("rs-2"));
        assertThat(refused.phase()).isEqualTo(Phase.FAILED);
        assertThat(refused.words()).startsWith("Nothing was changed. Too many requests until 12:00:30 UTC");
        assertThat(refused.steps().get(1).fate()).isEqualTo(Fate.NOT_SENT);
        world.cluster.refusal = null;
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void stopsWhenTheWorldHasMovedAndSaysWhoMovedIt() {
        DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
        Plan plan = console.plan(draft);
        world.cluster.state.deploy("rs-1", "kubectl-set", world.clock.instant());
        console.operator.confirm(draft);

        ActionRecord action = console.action(plan);
        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).contains("changed meanwhile by kubectl-set at 12:00:00 UTC").contains("runs v1");
        assertThat(world.cluster.received).isEmpty();
    }

    @Test
    void stopsAnApprovalThatIsNotTheOneShown() {
        world.ci.waits("production");
        for (Runnable move : List.<Runnable>of(
                () -> world.ci.runs.put(641L, world.ci.run(641, 2, RunStatus.WAITING, Conclusion.NONE)),
                () -> {
                    world.ci.pending.clear();
                    world.ci.reviews.add(new Review("bob", Review.Decision.APPROVED, "", List.of("production")));
                })) {
            world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.WAITING, Conclusion.NONE));
            DraftId draft = console.operator.prepare(World.review(Decision.APPROVE));
            Plan plan = console.plan(draft);
            move.run();
            console.operator.confirm(draft);
            assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
            assertThat(console.action(plan).words())
                    .containsAnyOf("at attempt 2 by now", "already approved by bob");
        }
        assertThat(world.changes()).isZero();
    }

    @Test
    void goesOnWhenOnlyAnAutoscalerMovedTheWorkload() {
        DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
        Plan plan = console.plan(draft);
        world.cluster.state.autoscale(5, world.clock.instant());
        console.operator.confirm(draft);

        assertThat(console.action(plan).phase()).isEqualTo(Phase.DONE);
        assertThat(world.changes()).isEqualTo(1);
        assertThat(console.action(plan).plan().steps().getFirst().request())
                .isEqualTo(world.cluster.changes.getFirst());
    }

    @Test
    void goesOnOnceWhenAnAutoscalerIsFasterThanTheRequest() {
        world.cluster.before = () -> world.cluster.state.autoscale(5, world.clock.instant());
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
        assertThat(world.changes()).isEqualTo(1);
        assertThat(world.cluster.received).filteredOn(r -> r.method().equals("PATCH")).hasSize(2);
    }

    @Test
    void doesNotGoOnWhenSomebodyElseIsFaster() {
        world.cluster.before = () -> world.cluster.state.deploy("rs-1", "kubectl-set", world.clock.instant());
        ActionRecord action = console.does(World.rollBack("rs-2"));
        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).startsWith("Nothing was changed.");
        assertThat(world.changes()).isZero();
    }

    @Test
    void letsOneOfTwoConsolesWinAndTellsTheOther() {
        World.Console bob = world.console("bob@laptop");
        DraftId bobs = bob.operator.prepare(World.rollBack("rs-2"));
        Plan bobsPlan = bob.plan(bobs);
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
        bob.operator.confirm(bobs);

        assertThat(bob.action(bobsPlan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(bob.action(bobsPlan).words()).startsWith("Already done by signalbox at 12:00:00 UTC");
        assertThat(world.changes()).isEqualTo(1);
    }

    @Test
    void tellsTheSecondConsoleWhoHoldsTheWorkload() {
        World.Console bob = world.console("bob@laptop");
        DraftId bobs = bob.operator.prepare(World.rollBack("rs-1"));
        Plan bobsPlan = bob.plan(bobs);
        world.cluster.before = () -> bob.operator.confirm(bobs);
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
        assertThat(bob.action(bobsPlan).words())
                .startsWith("Nothing was sent: alice@desk is changing checkout, begun at 12:00:00 UTC.");
        assertThat(world.changes()).isEqualTo(1);
    }

    @Test
    void onlyOneOfTwoConsolesWinsWhenNoneMayLock() {
        world.cluster.lock = new Locks.Answer.Without("leases are forbidden");
        World.Console bob = world.console("bob@laptop");
        DraftId bobs = bob.operator.prepare(World.rollBack("rs-2"));
        Plan bobsPlan = bob.plan(bobs);
        world.cluster.before = () -> bob.operator.confirm(bobs);
        ActionRecord alices = console.does(World.rollBack("rs-2"));
        assertThat(bob.action(bobsPlan).phase()).isEqualTo(Phase.DONE);
        assertThat(alices.phase()).isEqualTo(Phase.STOPPED);
        assertThat(alices.words()).startsWith("Already done by signalbox");
        assertThat(world.changes()).isEqualTo(1);
    }

    @Test
    void saysThatItGoesOnWithoutALock() {
        world.cluster.lock = new Locks.Answer.Without("leases are forbidden");
        console.does(World.rollBack("rs-2"));
        assertThat(world.journal.written().get(1).words()).contains("without a lock: leases are forbidden");
    }

    @Test
    void takesALockThatItsOwnEarlierLifeLeftBehind() {
        world.cluster.lock = new Locks.Answer.HeldBy("alice@desk", null);
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void findsTheRunItStarted() {
        for (boolean told : List.of(true, false)) {
            World one = new World();
            one.ci.tellsRun = told;
            ActionRecord action = one.console("alice").does(World.intent("trigger"));
            assertThat(action.words()).isEqualTo("Release #642 has started.");
            assertThat(action.plan().undo())
                    .isEqualTo(new Undo.ByIntent(
                            "Cancel the run", new Intent.CancelRun(new RunId(FakeCi.REPOSITORY, 642), 1, false)));
        }
    }

    @Test
    void saysThatARolloutFailsThoughItWasApplied() {
        world.cluster.state.breaks = true;
        ActionRecord action = console.does(World.rollBack("rs-2"));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).startsWith("Applied, but the rollout fails:").contains("ErrImagePull");
        assertThat(action.steps().getFirst().fate()).isEqualTo(Fate.NOT_VERIFIED);
    }

    @Test
    void saysWhoPutItBack() {
        world.cluster.state.breaks = true;
        DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
        Plan plan = console.plan(draft);
        console.store.subscribe(state -> {
            boolean rolling = state.actions().values().stream().anyMatch(a -> a.words().contains("of 4 pods"));
            if (rolling && world.cluster.state.template.equals("rs-2")) {
                world.cluster.state.deploy("rs-3", "argocd-controller", world.clock.instant());
            }
        });
        console.operator.confirm(draft);
        assertThat(console.action(plan).phase()).isEqualTo(Phase.FAILED);
        assertThat(console.action(plan).words()).startsWith("Applied, then replaced by argocd-controller");
    }
}
