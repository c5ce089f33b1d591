package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads again what a plan stands on and sends its steps, each once, each written down before.
final class Sending {

    /// The server's clock and the time that it writes on a run may differ by this much.
    private static final Duration ALLOWANCE = Duration.ofSeconds(2);

    private final Outside outside;
    private final Preconditions preconditions;
    private final Verifier verifier;
    private final Remake remake;

    Sending(Outside outside, Preconditions preconditions, Verifier verifier, Remake remake) {
        this.outside = outside;
        this.preconditions = preconditions;
        this.verifier = verifier;
        this.remake = remake;
    }

    /// Sends what may be sent; ends the action when nothing of it may have taken effect.
    ///
    /// @param remark added to what is said while sending
    /// @return whether something may have taken effect, so that it must be settled by reading
    boolean send(RunningAction action, String remark) {
        if (!stands(action, true)) {
            return false;
        }
        boolean remade = false;
        for (int i = 0; i < action.plan().steps().size(); i++) {
            Sent sent = send(action, i, remark);
            if (sent == Sent.MOVED && !remade && isFirstChange(action, i)) {
                remade = true;
                Optional<String> already = alreadyDone(action.plan(), Optional.empty());
                Optional<Plan> again = already.isPresent() ? Optional.empty() : remake.of(action.plan());
                if (again.isPresent()) {
                    action.replan(again.get());
                    if (!stands(action, false)) {
                        return false;
                    }
                    sent = send(action, i, remark + " Made anew, since only the number of pods had changed.");
                } else if (already.isPresent()) {
                    action.end(Phase.STOPPED, already.get());
                    return false;
                }
            }
            if (sent != Sent.WELL) {
                return stopped(action, i, sent);
            }
        }
        return true;
    }

    private boolean stopped(RunningAction action, int index, Sent sent) {
        if (!isFirstChange(action, index) || sent == Sent.MAYBE) {
            return true;
        }
        String words = action.record().steps().get(index).words();
        action.end(sent == Sent.REFUSED ? Phase.FAILED : Phase.STOPPED, "Nothing was changed. " + words);
        return false;
    }

    private static boolean isFirstChange(RunningAction action, int index) {
        for (int i = 0; i < index; i++) {
            if (!action.step(i).courtesy() && Completion.mayHaveEffect(action.fate(i))) {
                return false;
            }
        }
        return true;
    }

    private Sent send(RunningAction action, int index, String remark) {
        try {
            refresh(action, index);
        } catch (RemoteFailure e) {
            action.tell(
                    index, Fate.NOT_SENT,
                    "Not sent, since what is there already could not be read: " + Words.of(e.problem()));
            return Sent.UNSENT;
        }
        PlanStep step = action.step(index);
        try {
            action.intend(index, step.title() + "." + remark);
        } catch (JournalFailure e) {
            action.tell(index, Fate.NOT_SENT, "Not sent, since it cannot be written down: " + e.getMessage());
            return step.courtesy() ? Sent.WELL : Sent.UNSENT;
        }
        return switch (outcome(step)) {
            case SendOutcome.Applied applied -> {
                adopt(action, index, applied);
                action.tell(index, Fate.APPLIED, "Accepted by the server (" + applied.status() + ").");
                yield Sent.WELL;
            }
            case SendOutcome.NotApplied refused -> {
                action.tell(index, Fate.NOT_APPLIED, Words.of(refused.problem()));
                if (step.courtesy()) {
                    yield Sent.WELL;
                }
                yield refused.problem() instanceof RemoteProblem.Conflict ? Sent.MOVED : Sent.REFUSED;
            }
            case SendOutcome.Unknown unknown -> {
                action.tell(index, Fate.UNKNOWN, "No answer that tells. " + Words.of(unknown.problem()));
                yield step.courtesy() ? Sent.WELL : Sent.MAYBE;
            }
        };
    }

    private SendOutcome outcome(PlanStep step) {
        try {
            return outside.sender(step.request().connection()).send(step.request());
        } catch (RemoteFailure e) {
            return new SendOutcome.NotApplied(e.problem());
        } catch (RuntimeException e) {
            System.getLogger(Sending.class.getName()).log(System.Logger.Level.ERROR, "Sending broke off.", e);
            return new SendOutcome.Unknown(new RemoteProblem.Unreadable("The console itself failed while sending."));
        }
    }

    /// What was there before can be told from our work only by looking right before sending: a run that appears is
    /// looked for from then on, by the server's clock, and a review beyond those that are listed by then.
    private void refresh(RunningAction action, int index) throws RemoteFailure {
        PlanStep step = action.step(index);
        if (step.verifies() instanceof Expectation.RunAppears e) {
            var now = outside.provider(e.repository().connection()).serverTime().get().minus(ALLOWANCE);
            expect(action, index, new Expectation.RunAppears(e.repository(), e.workflow(), e.ref(), e.actor(), now));
        } else if (step.verifies() instanceof Expectation.ReviewListed e) {
            expect(action, index, e.after(verifier.listed(e)));
        }
    }

    private static void expect(RunningAction action, int index, Expectation expectation) {
        List<PlanStep> steps = new ArrayList<>(action.plan().steps());
        PlanStep step = steps.get(index);
        steps.set(index, new PlanStep(
                step.title(), step.request(), expectation, step.verifiedBy(), step.courtesy()));
        action.replan(PlanMaker.with(action.plan(), steps, action.plan().undo()));
    }

    private void adopt(RunningAction action, int index, SendOutcome.Applied applied) {
        if (action.step(index).verifies() instanceof Expectation.RunAppears e) {
            try {
                outside.provider(e.repository().connection()).commands().started(e.repository(), applied.body())
                        .ifPresent(run -> action.replan(
                                Completion.startedBy(action.plan(), index, run, outside)));
            } catch (RemoteFailure gone) {
                // Reading will find the run.
            }
        }
    }

    private boolean stands(RunningAction action, boolean mayRemake) {
        try {
            Preconditions.Reread reread = preconditions.read(action.plan().preconditions());
            if (reread.moved().isEmpty()) {
                return true;
            }
            Optional<String> already =
                    alreadyDone(action.plan(), reread.workloads().values().stream().findFirst());
            Optional<Plan> again =
                    mayRemake && already.isEmpty() ? remake.of(action.plan()) : Optional.empty();
            if (again.isPresent()) {
                action.replan(again.get());
                return stands(action, false);
            }
            action.end(
                    Phase.STOPPED,
                    already.orElseGet(() -> "Nothing was sent: the world has moved. " + reread.moved().get()));
        } catch (RemoteFailure e) {
            action.end(
                    Phase.STOPPED,
                    "Nothing was sent: what the plan stands on could not be read again. " + Words.of(e.problem()));
        }
        return false;
    }

    /// Whether somebody else has done the same, in words; reads once.
    private Optional<String> alreadyDone(Plan plan, Optional<Workload> seen) {
        Optional<PlanStep> change = plan.steps().stream().filter(step -> !step.courtesy()).findFirst();
        if (change.isEmpty() || change.get().verifies() instanceof Expectation.RunAppears) {
            return Optional.empty();
        }
        try {
            // Nothing of ours has taken effect: whether a workload is as wanted counts, not whose work that is.
            boolean anyones = plan.intent() instanceof Intent.OnWorkload;
            Verdict verdict = verifier.read(change.get().verifies(), anyones);
            boolean tellsWho = change.get().verifies() instanceof Expectation.ReviewListed;
            if (verdict instanceof Verdict.NotYet || (verdict instanceof Verdict.Excluded && !tellsWho)) {
                return Optional.empty();
            }
            if (tellsWho) {
                return Optional.of("Nothing was sent. " + verdict.words());
            }
            Workload workload = seen.orElse(null);
            if (workload == null && plan.intent() instanceof Intent.OnWorkload intent) {
                workload = outside.cluster(intent.workload().cluster()).workloads().spec(intent.workload());
            }
            return Optional.of("Already done" + (workload == null ? "" : Words.by(workload.lastChange()))
                    + ": nothing was changed by this console. " + verdict.words());
        } catch (RemoteFailure e) {
            return Optional.empty();
        }
    }

    /// What became of sending one step.
    private enum Sent {
        WELL,
        /// Certainly not applied, since the world had moved.
        MOVED,
        /// Certainly not applied.
        REFUSED,
        /// Not sent, since it could not be written down, or nothing would tell its effect from what was there.
        UNSENT,
        MAYBE
    }
}
