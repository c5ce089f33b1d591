package dev.signalbox.state;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.team.TeamStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the console knows, as one immutable value. Only [Reducer] makes a new one.
///
/// @param version grows by one with every batch that changed something
/// @param described the board file as read; `boardProblems` says what is wrong with it, a line each
/// @param team the team file: what is in force, and what waits
/// @param vault how the vault stands, and who waits for it
/// @param results artifacts and test reports of runs that were looked at
/// @param attempts runs as of earlier attempts that were looked at
/// @param annotations of jobs that were looked at
/// @param workloads as last seen by the watch of their cluster
/// @param abilities what the CI provider of a connection can do
/// @param freezes when repositories should not deploy
/// @param releases published versions of repositories whose drawer was open
/// @param good revisions seen healthy, newest first per workload
/// @param actions confirmed plans by id, in flight and done
/// @param drafts plans being prepared or shown
/// @param focus what each screen shows, by the screen's name
/// @param past what the history on this machine tells
/// @param journalProblem why nothing can be sent, when the journal does not work; empty otherwise
public record ConsoleState(
        long version,
        Map<ConnectionId, Connection> connections,
        BoardSpec described,
        List<String> boardProblems,
        TeamStanding team,
        VaultStanding vault,
        Map<RepositoryId, RepositoryState> repositories,
        Map<RunId, RunState> runs,
        Map<RunId, RunResults> results,
        Map<ComparisonKey, Reading<Comparison>> comparisons,
        Map<JobKey, Reading<LogFile>> logs,
        Map<AttemptKey, Reading<Run>> attempts,
        Map<JobKey, Reading<List<Annotation>>> annotations,
        Map<InputsKey, Reading<ManualStart>> inputs,
        Map<WorkloadKey, Reading<Workload>> workloads,
        Map<PodLogKey, Reading<LogFile>> podLogs,
        Map<PermitKey, Reading<Permit>> permits,
        Map<ConnectionId, CiCapabilities> abilities,
        Map<RepositoryId, Reading<List<Freeze>>> freezes,
        Map<RepositoryId, Reading<List<Release>>> releases,
        Map<WorkloadKey, List<GoodRevision>> good,
        Map<PlanId, ActionRecord> actions,
        Map<DraftId, Draft> drafts,
        Map<String, Focus> focus,
        Past past,
        String journalProblem) {

    /// Nothing known yet.
    public static final ConsoleState EMPTY = new ConsoleState(
            0, Map.of(), BoardSpec.EMPTY, List.of(), TeamStanding.NONE, VaultStanding.UNUSED,
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Past.NONE, "");

    /// What is known of a repository.
    public RepositoryState repository(RepositoryId id) {
        return repositories.getOrDefault(id, RepositoryState.UNKNOWN);
    }

    /// What is known of a run.
    public RunState run(RunId id) {
        return runs.getOrDefault(id, RunState.UNKNOWN);
    }

    /// Why the provider of a connection cannot do this; empty when it can, or when nothing is known of it yet.
    public Optional<String> whyNot(ConnectionId id, CiAbility ability) {
        return abilities.getOrDefault(id, CiCapabilities.ALL).whyNot(ability);
    }

    /// What people at the provider of a connection call its things; our own words for one that is not known.
    public CiWords words(ConnectionId id) {
        Connection connection = connections.get(id);
        return connection == null ? CiWords.OURS : CiWords.of(connection.kind());
    }

    /// The freeze in force at `now` that touches an environment of a repository and ends last.
    public Optional<FreezeWindow> frozen(RepositoryId id, String environment, Instant now) {
        return FreezeWindow.inForce(freezes.getOrDefault(id, Reading.never()).or(List.of()), environment, now);
    }

    /// The next freeze that touches an environment of a repository, if it begins before `until`.
    public Optional<FreezeWindow> freezesSoon(RepositoryId id, String environment, Instant now, Instant until) {
        return FreezeWindow.coming(
                freezes.getOrDefault(id, Reading.never()).or(List.of()), environment, now, until);
    }

    /// What a run left behind.
    public RunResults results(RunId id) {
        return results.getOrDefault(id, RunResults.UNKNOWN);
    }

    /// A workload as last seen.
    public Reading<Workload> workload(WorkloadKey key) {
        return workloads.getOrDefault(key, Reading.never());
    }
}
