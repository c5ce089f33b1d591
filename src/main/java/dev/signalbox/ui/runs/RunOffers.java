package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be done with a run, and why not. Pure.
final class RunOffers {

    private static final String NOT_LATEST = "This is not the latest attempt.";

    private static final String TRIED_AGAIN = "It was tried again already; choose its later try.";

    /// An ordinary cancellation is given this long before force is offered.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunOffers() {}

    /// @param jobs of the attempt that is shown, which may be an earlier one
    static List<Offer> of(
            ConsoleState state, Run run, List<Job> jobs, @Nullable Job chosen, int attempt, Instant now) {
        String barrier = barrier(state, run);
        String again = barrier.isEmpty() ? notAgain(state, run, now) : barrier;
        boolean latest = attempt == run.attempt();
        boolean failed = run.conclusion().isBad() || (latest && jobs.stream().anyMatch(Job::isBad));
        List<Offer> offers = new ArrayList<>();
        Again words = new Again(state, run, again);
        offers.add(words.offer(
                Offer.Kind.RERUN_FAILED, "Re-run failed", CiAbility.RERUN_FAILED,
                failed ? "" : "Nothing in it failed.", new Scope.Failed()));
        offers.add(words.offer(Offer.Kind.RERUN_ALL, "Re-run all", CiAbility.RERUN_ALL, "", new Scope.All()));
        PendingApproval start = chosen == null ? null : StartOffers.gateOf(state, chosen).orElse(null);
        if (start != null) {
            offers.add(StartOffers.of(run, start, first(barrier, latest ? "" : NOT_LATEST)));
        } else if (chosen != null) {
            offers.add(words.offer(
                    Offer.Kind.RERUN_JOB, "Re-run job", CiAbility.RERUN_ONE_JOB,
                    latest ? chosen.replaced() ? TRIED_AGAIN : "" : NOT_LATEST,
                    new Scope.OneJob(chosen.number(), chosen.name())));
        }
        if (run.status() != RunStatus.COMPLETED) {
            boolean tried = triedToCancel(state, run, now);
            offers.add(offer(
                    Offer.Kind.CANCEL, "Cancel", barrier, new Intent.CancelRun(run.id(), run.attempt(), false)));
            if (tried) {
                offers.add(offer(
                        Offer.Kind.FORCE_CANCEL, "Force-cancel",
                        first(barrier, whyNot(state, run, CiAbility.FORCE_CANCEL)),
                        new Intent.CancelRun(run.id(), run.attempt(), true)));
            }
        }
        return List.copyOf(offers);
    }

    /// What the provider cannot do, in words; empty when it can.
    private static String whyNot(ConsoleState state, Run run, CiAbility ability) {
        return state.whyNot(run.id().repository().connection(), ability).orElse("");
    }

    private static String first(String... reasons) {
        return Stream.of(reasons).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }

    /// Ways to run a run again.
    ///
    /// @param barrier why none of them is open; empty otherwise
    private record Again(ConsoleState state, Run run, String barrier) {

        Offer offer(Offer.Kind kind, String words, CiAbility ability, String unfit, Scope scope) {
            String reason = first(whyNot(state, run, ability), barrier, unfit);
            if (!reason.isEmpty()) {
                return new Offer(kind, words, null, null, reason);
            }
            Intent debug = whyNot(state, run, CiAbility.DEBUG_RERUN).isEmpty()
                    ? new Intent.RerunRun(run.id(), run.attempt(), scope, true)
                    : null;
            return new Offer(
                    kind, words, new Intent.RerunRun(run.id(), run.attempt(), scope, false), debug, "");
        }
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

    private static String notAgain(ConsoleState state, Run run, Instant now) {
        if (run.status() != RunStatus.COMPLETED) {
            return run.status() == RunStatus.WAITING ? "It waits and has not ended." : "It has not ended.";
        }
        return state.abilities().getOrDefault(run.id().repository().connection(), CiCapabilities.ALL)
                .whyTooOld(run.createdAt(), now)
                .orElse("");
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
