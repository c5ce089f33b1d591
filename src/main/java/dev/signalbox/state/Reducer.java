package dev.signalbox.state;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies changes to a state. Pure: the same state and changes always give the same new state.
public final class Reducer {

    /// Runs kept per repository; older ones are dropped from memory.
    static final int RUNS_KEPT = 60;

    /// Runs whose artifacts and reports are kept; what was looked at longest ago goes first.
    static final int RESULTS_KEPT = 20;

    /// Finished actions kept in memory; older ones stay in the journal.
    static final int ACTIONS_KEPT = 200;

    /// The state after all changes, in order; the same object when nothing changed.
    public ConsoleState apply(ConsoleState before, List<Change> changes) {
        Draftboard next = new Draftboard(before);
        for (Change change : changes) {
            apply(next, change);
        }
        return next.finish();
    }

    private static void apply(Draftboard next, Change change) {
        switch (change) {
            case Change.ConnectionAdded c -> {
                Connection known = next.connections.or(c.connection().id(), c.connection());
                boolean elsewhere = leadsElsewhere(known, c.connection());
                if (elsewhere) {
                    next.forget(c.connection().id());
                }
                next.connections.put(known.id(), elsewhere ? c.connection() : met(known, c.connection()));
            }
            case Change.ConnectionAnswered c -> next.connections.alter(c.id(), known -> known.live(c.at()));
            case Change.ConnectionTroubled c ->
                    next.connections.alter(c.id(), known -> known.troubled(c.problem(), c.retryAt()));
            case Change.ConnectionDoubted c -> next.connections.alter(c.id(), known -> known.doubted(c.doubt()));
            case Change.AccountRead c -> next.connections.alter(c.id(), known -> known.as(c.account()));
            case Change.AbilitiesRead c -> next.abilities.put(c.id(), c.abilities());
            case Change.BudgetRead c -> next.connections.alter(c.id(), known -> newerBudget(known, c));
            case Change.BoardDescribed c -> next.describe(c.spec(), c.problems());
            case Change.TeamFileChanged c -> next.team(c.standing());
            case Change.VaultChanged c -> next.vault(c.standing());
            case Change.RepositoriesRead c -> repositories(next, c);
            case Change.WorkflowsRead c -> next.repository(c.repository(), r -> new RepositoryState(
                    r.repository(), r.workflows().after(c.answer()), r.runs(), r.environments(), r.deployments()));
            case Change.RunsRead c -> next.repository(c.repository(), r -> new RepositoryState(
                    r.repository(), r.workflows(), merge(r.runs(), c.answer()), r.environments(), r.deployments()));
            case Change.EnvironmentsRead c -> next.repository(c.repository(), r -> new RepositoryState(
                    r.repository(), r.workflows(), r.runs(), r.environments().after(c.answer()), r.deployments()));
            case Change.DeploymentsRead c -> next.repository(c.repository(), r -> new RepositoryState(
                    r.repository(), r.workflows(), r.runs(), r.environments(), r.deployments().after(c.answer())));
            case Change.RunRead c -> run(next, c);
            case Change.JobsRead c ->
                    next.run(c.run(), r -> r.withJobs(c.attempt(), r.jobsOf(c.attempt()).after(c.answer())));
            case Change.PendingRead c -> next.run(c.run(), r -> r.withPending(r.pending().after(c.answer())));
            case Change.ReviewsRead c -> next.run(c.run(), r -> r.withReviews(r.reviews().after(c.answer())));
            case Change.ChangeRequestsRead c ->
                    next.run(c.run(), r -> r.withChangeRequests(r.changeRequests().after(c.answer())));
            case Change.FreezesRead c -> next.freezes.read(c.repository(), c.answer());
            case Change.ReleasesRead c -> next.releases.read(c.repository(), c.answer());
            case Change.ComparisonRead c -> next.comparisons.read(c.comparison(), c.answer());
            case Change.AttemptRead c -> next.attempts.read(c.attempt(), c.answer());
            case Change.AnnotationsRead c -> next.annotations.read(c.job(), c.answer());
            case Change.LogRead c -> next.logs.read(c.job(), c.answer());
            case Change.ResultsChanged c -> next.results(c.run(), r -> Results.after(r, c.news()));
            case Change.InputsRead c -> next.inputs.read(c.inputs(), c.answer());
            case Change.PodLogRead c -> next.podLogs.read(c.log(), c.answer());
            case Change.PodLogClosed c -> next.closePodLog(c.log(), c.file());
            case Change.PermitRead c -> next.permits.read(c.permit(), c.answer());
            case Change.WorkloadSeen c -> next.workloads.put(c.workload().key(), Reading.of(c.workload(), c.at()));
            case Change.WorkloadGone c -> next.workloads.remove(c.workload());
            case Change.GoodRevisionKept c -> next.keepGood(c.revision());
            case Change.ActionRecorded c -> next.record(c.action());
            case Change.DraftChanged c -> next.drafts.put(c.draft().id(), c.draft());
            case Change.DraftDiscarded c -> next.drafts.remove(c.draft());
            case Change.FocusMoved c -> next.look(c.screen(), c.focus());
            case Change.PastsRecalled c -> next.recall(c.runs());
            case Change.HistoryChecked c -> next.history(c.problem());
            case Change.HistoryProgressed c -> next.progress(c.progress());
            case Change.JournalChecked c -> next.journal(c.problem());
        }
    }

    /// What is known of a connection is known of where it led.
    private static boolean leadsElsewhere(Connection known, Connection added) {
        return known.kind() != added.kind() || !known.address().equals(added.address()) && !added.address().isEmpty();
    }

    /// What was known of a connection that leads where it led holds on, and does not tell what is odd about it or watched
    /// of it now.
    private static Connection met(Connection known, Connection added) {
        Connection told = known.remarked(added.remarks());
        return added.namespaces().isEmpty() ? told : told.watching(added.namespaces());
    }

    private static Connection newerBudget(Connection known, Change.BudgetRead read) {
        var old = known.budget();
        return old != null && old.readAt().isAfter(read.budget().readAt()) ? known : known.within(read.budget());
    }

    private static void repositories(Draftboard next, Change.RepositoriesRead change) {
        String owner = change.of();
        if (owner != null) {
            next.connections.alter(change.id(), known -> known.listed(owner, problemOf(change.answer())));
        }
        if (change.answer() instanceof Answer.Good<List<Repository>>(List<Repository> listed, var at)) {
            for (Repository one : listed) {
                next.repository(one.id(), r -> new RepositoryState(
                        Reading.of(one, at), r.workflows(), r.runs(), r.environments(), r.deployments()));
            }
        }
    }

    private static <T> @Nullable RemoteProblem problemOf(Answer<T> answer) {
        return answer instanceof Answer.Bad<T>(RemoteProblem why, var at) ? why : null;
    }

    private static void run(Draftboard next, Change.RunRead change) {
        if (change.answer() instanceof Answer.Good<Run>(Run read, var at)) {
            next.run(change.run(), r -> r.withRun(Reading.of(newest(r.run().value(), read), at)));
            next.repository(change.run().repository(), r -> new RepositoryState(
                    r.repository(), r.workflows(), replaceListed(r.runs(), read), r.environments(), r.deployments()));
        } else {
            next.run(change.run(), r -> r.withRun(r.run().after(change.answer())));
            if (change.answer() instanceof Answer.Bad<Run>(RemoteProblem.NotFound gone, var at)) {
                next.repository(change.run().repository(), r -> new RepositoryState(
                        r.repository(), r.workflows(), without(r.runs(), change.run()), r.environments(),
                        r.deployments()));
            }
        }
    }

    /// Who lists the others and knows nothing of this one has it no more: it would seem to go on for ever. Where the list cannot
    /// be read either, more than a run may be missing, and nothing goes.
    private static Reading<List<Run>> without(Reading<List<Run>> known, RunId gone) {
        List<Run> runs = known.value();
        if (runs == null || known.problem() != null) {
            return known;
        }
        List<Run> rest = runs.stream().filter(run -> !run.id().equals(gone)).toList();
        return new Reading<>(rest, known.readAt(), known.problem(), known.problemAt());
    }

    private static Run newest(@Nullable Run known, Run read) {
        return known == null || read.isNewerThan(known) ? read : known;
    }

    private static Reading<List<Run>> replaceListed(Reading<List<Run>> known, Run read) {
        List<Run> runs = known.value();
        if (runs == null) {
            return known;
        }
        return new Reading<>(mergeLists(runs, List.of(read)), known.readAt(), known.problem(), known.problemAt());
    }

    private static Reading<List<Run>> merge(Reading<List<Run>> known, Answer<List<Run>> answer) {
        if (answer instanceof Answer.Good<List<Run>>(List<Run> listed, var at)) {
            return Reading.of(mergeLists(known.or(List.of()), listed), at);
        }
        return known.after(answer);
    }

    /// Both lists as one, newest first, each run in its newest value.
    static List<Run> mergeLists(List<Run> known, List<Run> read) {
        var byId = new java.util.LinkedHashMap<dev.signalbox.domain.ci.RunId, Run>();
        known.forEach(r -> byId.put(r.id(), r));
        read.forEach(r -> byId.merge(r.id(), r, Reducer::newest));
        var runs = new ArrayList<>(byId.values());
        runs.sort(Comparator.comparing((Run r) -> r.id().number()).reversed());
        if (runs.size() <= RUNS_KEPT) {
            return List.copyOf(runs);
        }
        // What waits for people must not go because others came after it.
        List<Run> kept = new ArrayList<>(runs.subList(0, RUNS_KEPT));
        runs.subList(RUNS_KEPT, runs.size()).stream()
                .filter(run -> run.status().isUnfinished())
                .limit(RUNS_KEPT)
                .forEach(kept::add);
        return List.copyOf(kept);
    }
}
