package dev.signalbox.action;

import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.Locks;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Runs a confirmed plan: write it down, take the lock, read again what it stands on, send each step once, settle by
/// reading what became of it. Whatever happens, the journal knows at least as much as the servers.
final class PlanRunner {

    /// Longer than sending and settling take together.
    private static final Duration LOCKED = Duration.ofMinutes(3);

    private final Outside outside;
    private final Sending sending;
    private final Completion completion;
    private final Confirmations confirmations;
    private final Predicate<WorkloadKey> isReadOnly;
    private final InstantSource clock;
    private final String operator;
    private final BiFunction<Plan, String, RunningAction> running;

    /// @param isReadOnly whether the board as it is now forbids to change it
    /// @param running makes the record of a plan confirmed by an operator
    PlanRunner(
            Outside outside,
            Sending sending,
            Completion completion,
            Confirmations confirmations,
            Predicate<WorkloadKey> isReadOnly,
            InstantSource clock,
            String operator,
            BiFunction<Plan, String, RunningAction> running) {
        this.outside = outside;
        this.sending = sending;
        this.completion = completion;
        this.confirmations = confirmations;
        this.isReadOnly = isReadOnly;
        this.clock = clock;
        this.operator = operator;
        this.running = running;
    }

    /// Runs the plan to its end; a plan that was confirmed before is left to its first confirmation.
    ///
    /// @throws InterruptedException when the console closes; the next start takes the action up from the journal
    void run(Plan plan) throws InterruptedException {
        if (!confirmations.isFirst(plan.id())) {
            return;
        }
        RunningAction action = running.apply(plan, operator);
        if (plan.isExpiredAt(clock.instant())) {
            action.refuse("Nothing was sent: the plan was made more than "
                    + Plan.SHELF_LIFE.toMinutes() + " minutes ago. Look at it anew.");
            return;
        }
        if (plan.intent() instanceof Intent.OnWorkload intent && isReadOnly.test(intent.workload())) {
            action.refuse("Nothing was sent: the board says by now that "
                    + Words.name(intent.workload().cluster().name()) + " is looked at only.");
            return;
        }
        Optional<String> refusal = confirmations.claim(plan, clock.instant());
        if (refusal.isPresent()) {
            action.refuse("Nothing was sent. " + refusal.get());
            return;
        }
        try {
            action.begin();
            carryOut(action);
        } catch (JournalFailure e) {
            action.refuse("Nothing was sent, since it cannot be written down: " + e.getMessage());
        } catch (RuntimeException e) {
            System.getLogger(PlanRunner.class.getName()).log(System.Logger.Level.ERROR, "A plan broke off.", e);
            breakOff(action);
        } finally {
            confirmations.end(plan, action.record().phase());
        }
    }

    private void carryOut(RunningAction action) throws InterruptedException {
        Plan plan = action.plan();
        Optional<Phase> accepted;
        Lock lock = lock(plan);
        try {
            if (lock.heldBy != null) {
                action.end(Phase.STOPPED, lock.heldBy);
                return;
            }
            accepted = sending.send(action, lock.words) ? Optional.of(completion.accept(action)) : Optional.empty();
        } finally {
            lock.release();
            confirmations.leave(plan);
        }
        if (accepted.isPresent()) {
            completion.finish(action, accepted.get());
        }
    }

    private static void breakOff(RunningAction action) {
        ActionRecord record = action.record();
        if (!record.phase().isEnd()) {
            boolean maybe = record.steps().stream().anyMatch(step -> Completion.mayHaveEffect(step.fate()));
            action.end(
                    maybe ? Phase.UNKNOWN : Phase.STOPPED,
                    maybe
                            ? "The console itself failed on the way. Check again whether it took effect; do not repeat it."
                            : "Nothing was sent: the console itself failed on the way.");
        }
    }

    private Lock lock(Plan plan) {
        if (!(plan.intent() instanceof Intent.OnWorkload intent)) {
            return new Lock(() -> {}, "", null);
        }
        try {
            Locks locks = outside.cluster(intent.workload().cluster()).locks();
            Runnable release = () -> locks.release(intent.workload(), operator);
            return switch (locks.take(intent.workload(), operator, LOCKED)) {
                case Locks.Answer.Taken ignored -> new Lock(release, "", null);
                // Left behind by this console when it was killed: the preconditions tell what that did.
                case Locks.Answer.HeldBy held when held.holder().equals(operator) -> new Lock(release, "", null);
                case Locks.Answer.HeldBy held -> new Lock(() -> {}, "", "Nothing was sent: " + Words.name(held.holder())
                        + " is changing " + Words.name(intent.workload().name())
                        + (held.since() == null ? "" : ", begun" + Words.at(held.since())) + ". Wait, then look anew.");
                case Locks.Answer.Without without ->
                        new Lock(() -> {}, " Going on without a lock: " + Words.name(without.reason()) + ".", null);
            };
        } catch (RemoteFailure e) {
            return new Lock(() -> {}, " Going on without a lock: " + Words.of(e.problem()), null);
        }
    }

    /// @param words what to say about it
    /// @param heldBy why nothing may be sent, when somebody else holds it
    private record Lock(Runnable giveBack, String words, @org.jspecify.annotations.Nullable String heldBy) {
        void release() {
            giveBack.run();
        }
    }
}
