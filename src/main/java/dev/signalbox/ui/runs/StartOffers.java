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

/// A job that starts only when somebody starts it. Pure.
final class StartOffers {

    private StartOffers() {}

    /// What was read about a job that waits to be started; empty when it does not wait, or is not known to.
    static Optional<PendingApproval> gateOf(ConsoleState state, Job job) {
        return job.status() != RunStatus.WAITING
                ? Optional.empty()
                : state.run(job.run()).pending().or(List.of()).stream()
                        .filter(pending -> pending.gate() instanceof Gate.ManualJob gate
                                && gate.job() == job.number())
                        .findFirst();
    }

    /// @param barrier why nothing can be sent; empty when it can
    static Offer of(Run run, PendingApproval start, String barrier) {
        String reason = barrier.isEmpty() && !start.canApprove() ? "Your account may not start it." : barrier;
        Intent intent = new Intent.ReviewDeployment(
                run.id(), run.attempt(), run.headSha(), List.of(start.gate()), List.of(start.environmentName()),
                Decision.APPROVE, "");
        return new Offer(Offer.Kind.START_JOB, "Start job", reason.isEmpty() ? intent : null, null, reason);
    }

    /// In place of the log.
    static String words(ConsoleState state, PendingApproval start) {
        String run = state.words(start.run().repository().connection()).run();
        return "This job starts when somebody starts it. The " + run
                + (start.blocks() ? " waits for it." : " does not wait for it.");
    }
}
