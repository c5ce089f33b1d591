package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.runs.RunCard.Offer;
import java.util.List;
import java.util.Optional;

/// A job that starts only when somebody starts it, or has approved it. Pure.
final class StartOffers {

    private StartOffers() {}

    /// What was read about a job that waits for people; empty when it does not wait, or is not known to. The approval
    /// of a job that its run waits for has a place of its own.
    static Optional<PendingApproval> gateOf(ConsoleState state, Job job) {
        return job.status() != RunStatus.WAITING
                ? Optional.empty()
                : state.run(job.run()).pending().or(List.of()).stream()
                        .filter(pending -> pending.job() != null && pending.job() == job.number())
                        .filter(pending -> isStart(pending) || !pending.blocks())
                        .findFirst();
    }

    /// @param barrier why nothing can be sent; empty when it can
    static Offer of(Run run, PendingApproval gate, String barrier) {
        String reason = barrier.isEmpty() ? notOurs(gate) : barrier;
        Intent intent = new Intent.ReviewDeployment(
                run.id(), run.attempt(), run.headSha(), List.of(gate.gate()), List.of(gate.environmentName()),
                Decision.APPROVE, "");
        return new Offer(
                isStart(gate) ? Offer.Kind.START_JOB : Offer.Kind.APPROVE_JOB,
                isStart(gate) ? "Start job" : "Approve job", reason.isEmpty() ? intent : null, null, reason);
    }

    private static String notOurs(PendingApproval gate) {
        if (!gate.canApprove()) {
            return "Your account may not " + (isStart(gate) ? "start" : "approve") + " it.";
        }
        return gate.answerable().size() > 1
                ? "You may approve it for more than one rule; open the job's page to choose which."
                : "";
    }

    /// In place of the log.
    static String words(ConsoleState state, PendingApproval gate) {
        String run = state.words(gate.run().repository().connection()).run();
        return (isStart(gate) ? "This job starts when somebody starts it." : "This job waits to be approved.")
                + " The " + run + (gate.blocks() ? " waits for it." : " does not wait for it.");
    }

    private static boolean isStart(PendingApproval gate) {
        return gate.gate() instanceof Gate.ManualJob;
    }
}
