package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownOutcomesTest {

    private static final Review EARLIER =
            new Review("alice", Review.Decision.APPROVED, "ok", List.of("production"));

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @ParameterizedTest
    @ValueSource(strings = {
        "trigger", "rerun", "cancel", "approve", "reject", "roll back", "restart", "pause", "resume", "scale"
    })
    void findsByReadingThatItWasAppliedThoughTheAnswerWasLost(String name) {
        World one = World.madeFor(name);
        one.ci.losesAnswers = true;
        one.cluster.losesAnswers = true;
        ActionRecord action = one.console("alice").does(World.intent(name));
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        assertThat(one.changes()).isEqualTo(1);
        assertThat(one.hasEffect(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerun", "approve"})
    void findsByReadingThatItWasNotApplied(String name) {
        World one = World.madeFor(name);
        one.ci.losesRequests = true;
        ActionRecord action = one.console("alice").does(World.intent(name));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).startsWith("Not applied (confirmed by reading).");
        assertThat(action.steps().getFirst().fate()).isEqualTo(Fate.NOT_APPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger", "cancel"})
    void leavesOpenWhatReadingCannotSettle(String name) {
        World one = World.madeFor(name);
        one.ci.losesRequests = true;
        World.Console alice = one.console("alice");
        ActionRecord action = alice.does(World.intent(name));
        assertThat(action.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(action.words()).startsWith("Still unknown – do not repeat it.");

        alice.operator.checkAgain(action.plan().id());
        assertThat(alice.action(action.plan()).phase()).isEqualTo(Phase.UNKNOWN);
        one.ci.runs.put(641L, one.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.CANCELLED));
        one.ci.runs.put(650L, one.ci.run(650, 1, RunStatus.QUEUED, Conclusion.NONE));
        alice.operator.checkAgain(action.plan().id());
        assertThat(alice.action(action.plan()).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void listsTheRunsWhenSeveralFit() {
        world.ci.losesAnswers = true;
        world.ci.before = () -> world.ci.runs.put(660L, world.ci.run(660, 1, RunStatus.QUEUED, Conclusion.NONE));
        ActionRecord action = console.does(World.intent("trigger"));
        assertThat(action.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(action.words()).contains("Several runs fit: Release #642, Release #660.");

        console.operator.close(action.plan().id(), "It was #642\u202e");
        ActionRecord closed = console.action(action.plan());
        assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
        assertThat(closed.words()).isEqualTo("Closed without settling it: It was #642‹U+202E›");
        assertThat(world.journal.one()).isEqualTo(closed);
    }

    @Test
    void doesNotTakeARunThatSucceededForOneThatACancelStopped() {
        world.ci.waits("production");
        world.ci.losesRequests = true;
        world.ci.before = () -> ends(Conclusion.SUCCESS);
        ActionRecord action = console.does(World.intent("cancel"));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.steps().getFirst().fate()).isEqualTo(Fate.NOT_APPLIED);
        assertThat(action.words()).isEqualTo("Not applied (confirmed by reading)."
                + " Release #641 had succeeded before it could be stopped.");
    }

    @Test
    void leavesOpenWhetherALostCancelStoppedARunThatFailed() {
        world.ci.waits("production");
        world.ci.losesRequests = true;
        world.ci.before = () -> ends(Conclusion.FAILURE);
        ActionRecord action = console.does(World.intent("cancel"));
        assertThat(action.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(action.words()).isEqualTo("Still unknown – do not repeat it. Release #641 has ended.");
    }

    @Test
    void saysThatACancelCameTooLate() {
        world.ci.waits("production");
        world.ci.after = () -> ends(Conclusion.SUCCESS);
        ActionRecord action = console.does(World.intent("cancel"));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.steps().getFirst().fate()).isEqualTo(Fate.NOT_VERIFIED);
        assertThat(action.words())
                .isEqualTo("Applied, but: Release #641 had succeeded before it could be stopped.");
    }

    @Test
    void seesThatSomebodyElseApprovedWhenOurOwnRequestWasLost() {
        world.ci.waits("production");
        world.ci.losesRequests = true;
        world.ci.before = () -> {
            world.ci.pending.clear();
            world.ci.reviews.add(new Review("bob", Review.Decision.APPROVED, "", List.of("production")));
        };
        ActionRecord action = console.does(World.review(Decision.APPROVE));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).contains("production was already approved by bob.");
    }

    @Test
    void doesNotTakeAnEarlierReviewForTheOneThatWasLost() {
        world.ci.waits("production");
        world.ci.reviews.add(EARLIER);
        world.ci.losesRequests = true;
        ActionRecord action = console.does(World.review(Decision.APPROVE));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).isEqualTo("Not applied (confirmed by reading). The run still waits for review.");
        assertThat(world.journal.written()).filteredOn(record -> record.phase() == Phase.SENDING)
                .allSatisfy(record -> assertThat(record.plan().steps().getFirst().verifies())
                        .isInstanceOfSatisfying(Expectation.ReviewListed.class, listed -> assertThat(listed.before())
                                .isEqualTo(new Expectation.ReviewCount(1, 1))));
    }

    @Test
    void leavesOpenWhoOpenedAGateThatWasReviewedBefore() {
        world.ci.waits("production");
        world.ci.reviews.add(EARLIER);
        world.ci.losesRequests = true;
        world.ci.before = world.ci.pending::clear;
        assertThat(console.does(World.review(Decision.APPROVE)).phase()).isEqualTo(Phase.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsASecondReviewOfTheSameWords(boolean losesAnswers) {
        world.ci.waits("production");
        world.ci.reviews.add(EARLIER);
        world.ci.losesAnswers = losesAnswers;
        ActionRecord action = console.does(World.review(Decision.APPROVE));
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        assertThat(world.changes()).isEqualTo(1);
    }

    @Test
    void sendsNoReviewThatNothingCouldTellFromEarlierOnes() {
        Trace whole = new Trace();
        review(new World(), whole);
        List<String> begun = whole.points().stream().filter(point -> point.startsWith("before ")).toList();
        Trace broken = new Trace();
        broken.failAt(begun.indexOf("before reviews") + 1);
        ActionRecord action = review(world, broken);
        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).startsWith(
                "Nothing was changed. Not sent, since what is there already could not be read: ");
        assertThat(world.changes()).isZero();
    }

    private static ActionRecord review(World world, Trace trace) {
        world.ci.waits("production");
        World.Console console = world.console("alice@desk");
        DraftId draft = console.operator.prepare(World.review(Decision.APPROVE));
        var plan = console.plan(draft);
        world.breakAs(trace);
        console.operator.confirm(draft);
        return console.action(plan);
    }

    @Test
    void doesNotTakeTheWorkOfOthersForItsOwn() {
        world.cluster.losesAnswers = true;
        world.cluster.before = () -> world.cluster.state.deploy("rs-2", "kubectl-set", world.clock.instant());
        ActionRecord action = console.does(World.rollBack("rs-2"));
        assertThat(action.phase()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).contains("Somebody else did the same: changed by kubectl-set");
        assertThat(world.changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale", "pause", "resume", "restart"})
    void doesNotTakeTheSameDoneByOthersForItsOwn(String name) {
        World one = World.madeFor(name);
        one.cluster.losesAnswers = true;
        one.cluster.before = () -> {
            one.cluster.state.replicas = 6;
            one.cluster.state.paused = name.equals("pause");
            one.cluster.state.changed("kubectl", one.clock.instant());
        };
        ActionRecord action = one.console("alice").does(World.intent(name));
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.FAILED);
        assertThat(action.words()).contains("Somebody else was first: changed by kubectl");
        assertThat(one.changes()).isZero();
    }

    @Test
    void leavesOpenAScaleThatAnAutoscalerUndid() {
        world.cluster.losesAnswers = true;
        world.cluster.after = () -> world.cluster.state.autoscale(4, world.clock.instant());
        ActionRecord action = console.does(World.intent("scale"));
        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.UNKNOWN);
        assertThat(world.changes()).isEqualTo(1);
    }

    @Test
    void refusesToSendWhenTheDiskIsFull() {
        world.journal.full = true;
        ActionRecord action = console.does(World.rollBack("rs-2"));
        assertThat(action.phase()).isEqualTo(Phase.STOPPED);
        assertThat(action.words()).isEqualTo("Nothing was sent, since it cannot be written down: The disk is full.");
        assertThat(world.cluster.received).isEmpty();
        assertThat(console.store.current().journalProblem()).isEqualTo("The disk is full.");

        world.journal.full = false;
        assertThat(console.does(World.rollBack("rs-2")).phase()).isEqualTo(Phase.DONE);
        assertThat(console.store.current().journalProblem()).isEmpty();
    }

    @Test
    void keepsTheOutcomeInMemoryUntilTheDiskTakesIt() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch room = new CountDownLatch(1);
            var store = new dev.signalbox.state.Store(new dev.signalbox.state.Reducer(), Runnable::run);
            var ids = new java.util.concurrent.atomic.AtomicInteger();
            ConsoleOperator operator = new ConsoleOperator(
                    world.outside(), world.journal, store, world.clock, () -> "id-" + ids.incrementAndGet(), "alice",
                    threads, length -> {
                        if (length.toSeconds() == 5) {
                            room.await();
                        } else {
                            synchronized (world) {
                                world.wait(length);
                            }
                        }
                    });
            CountDownLatch ready = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            CountDownLatch troubled = new CountDownLatch(1);
            CountDownLatch mended = new CountDownLatch(1);
            store.subscribe(state -> {
                state.drafts().values().stream().filter(Draft.Ready.class::isInstance).forEach(d -> ready.countDown());
                state.actions().values().stream().filter(a -> a.phase() == Phase.DONE).forEach(a -> done.countDown());
                if (!state.journalProblem().isEmpty()) {
                    troubled.countDown();
                } else if (troubled.getCount() == 0) {
                    mended.countDown();
                }
            });
            DraftId draft = operator.prepare(World.intent("scale"));
            assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
            world.cluster.before = () -> world.journal.full = true;
            operator.confirm(draft);
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(troubled.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(store.current().journalProblem()).contains("kept in memory").contains("leave the console open");
            assertThat(operator.owesTheJournal()).isTrue();

            world.journal.full = false;
            room.countDown();
            assertThat(mended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(operator.owesTheJournal()).isFalse();
            assertThat(world.journal.one().phase()).isEqualTo(Phase.DONE);
        }
    }

    private void ends(Conclusion conclusion) {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, conclusion));
    }
}
