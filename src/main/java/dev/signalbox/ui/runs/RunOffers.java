package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.runs.RunCard.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be done with a run, and why not. Pure.
final class RunOffers {

    /// GitHub runs nothing again after 30 days.
    private static final Duration TOO_OLD = Duration.ofDays(30);

    /// An ordinary cancellation is given this long before force is offered.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunOffers() {}

    /// @param jobs of the attempt that is shown, which may be an earlier one
    static List<Offer> of(
            ConsoleState state, Run run, List<Job> jobs, @Nullable Job chosen, int attempt, Instant now) {
        String barrier = barrier(state, run);
        String again = barrier.isEmpty() ? notAgain(run, now) : barrier;
        boolean latest = attempt == run.attempt();
        boolean failed = run.conclusion().isBad() || (latest && jobs.stream().anyMatch(j -> j.conclusion().isBad()));
        List<Offer> offers = new ArrayList<>();
        offers.add(offer(
                Offer.Kind.RERUN_FAILED, "Re-run failed",
                again.isEmpty() && !failed ? "Nothing in it failed." : again, run, new Scope.Failed()));
        offers.add(offer(Offer.Kind.RERUN_ALL, "Re-run all", again, run, new Scope.All()));
        if (chosen != null) {
            offers.add(offer(
                    Offer.Kind.RERUN_JOB, "Re-run job",
                    again.isEmpty() && !latest ? "This is not the latest attempt." : again, run,
                    new Scope.OneJob(chosen.number(), chosen.name())));
        }
        if (run.status() != RunStatus.COMPLETED) {
            boolean tried = triedToCancel(state, run, now);
            offers.add(offer(
                    Offer.Kind.CANCEL, "Cancel", barrier, new Intent.CancelRun(run.id(), run.attempt(), false)));
            if (tried) {
                offers.add(offer(
                        Offer.Kind.FORCE_CANCEL, "Force-cancel", barrier,
                        new Intent.CancelRun(run.id(), run.attempt(), true)));
            }
        }
        return List.copyOf(offers);
    }

    private static Offer offer(Offer.Kind kind, String words, String reason, Run run, Scope scope) {
        if (!reason.isEmpty()) {
            return new Offer(kind, words, null, null, reason);
        }
        return new Offer(
                kind, words, new Intent.RerunRun(run.id(), run.attempt(), scope, false),
                new Intent.RerunRun(run.id(), run.attempt(), scope, true), "");
    }

    private static Offer offer(Offer.Kind kind, String words, String reason, Intent intent) {
        return new Offer(kind, words, reason.isEmpty() ? intent : null, null, reason);
    }

    private static String barrier(ConsoleState state, Run run) {
        if (!state.journalProblem().isEmpty()) {
            return "Nothing can be sent, since the journal does not work.";
        }
        Repository repository = state.repository(run.id().repository()).repository().value();
        return repository != null && repository.access() == Repository.Access.READ
                ? "Your account may only read this repository."
                : "";
    }

    private static String notAgain(Run run, Instant now) {
        if (run.status() != RunStatus.COMPLETED) {
            return run.status() == RunStatus.WAITING ? "It waits and has not ended." : "It has not ended.";
        }
        return run.createdAt() != null && run.createdAt().plus(TOO_OLD).isBefore(now)
                ? "It is older than 30 days."
                : "";
    }

    /// Whether this console sent a cancellation that has not stopped the run.
    private static boolean triedToCancel(ConsoleState state, Run run, Instant now) {
        return state.actions().values().stream()
                .filter(a -> a.plan().intent() instanceof Intent.CancelRun c
                        && c.run().equals(run.id()) && c.attempt() == run.attempt() && !c.force())
                .anyMatch(a -> helpedNot(a, now));
    }

    private static boolean helpedNot(ActionRecord action, Instant now) {
        Instant sent = Optional.ofNullable(action.endedAt()).orElse(action.confirmedAt());
        return switch (action.phase()) {
            case FAILED, UNKNOWN -> true;
            case CHECKING, STOPPED -> false;
            case SENDING, VERIFYING, DONE, CLOSED -> sent.plus(PATIENCE).isBefore(now);
        };
    }
}
