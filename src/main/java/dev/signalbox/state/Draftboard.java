package dev.signalbox.state;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A state in the making during one batch: a map in which nothing changes stays the same object.
final class Draftboard {

    private static final int MOST_UNSEEN = 100;

    private final ConsoleState before;
    private BoardSpec described;
    private List<String> boardProblems;
    private TeamStanding team;
    private VaultStanding vault;
    private Past past;
    private String journalProblem;

    final Table<ConnectionId, Connection> connections;
    final Table<RepositoryId, RepositoryState> repositories;
    final Table<RunId, RunState> runs;
    final Table<RunId, RunResults> results;
    final Readings<ComparisonKey, Comparison> comparisons;
    final Readings<JobKey, LogFile> logs;
    final Readings<InputsKey, ManualStart> inputs;
    final Readings<AttemptKey, Run> attempts;
    final Readings<JobKey, List<Annotation>> annotations;
    final Readings<WorkloadKey, Workload> workloads;
    final Readings<PodLogKey, LogFile> podLogs;
    final Readings<PermitKey, Permit> permits;
    final Table<ConnectionId, CiCapabilities> abilities;
    final Readings<RepositoryId, List<Freeze>> freezes;
    final Readings<RepositoryId, List<Release>> releases;
    final Table<WorkloadKey, List<GoodRevision>> good;
    final Table<PlanId, ActionRecord> actions;
    final Table<DraftId, Draft> drafts;
    final Table<String, Focus> focus;

    Draftboard(ConsoleState before) {
        this.before = before;
        described = before.described();
        boardProblems = before.boardProblems();
        team = before.team();
        vault = before.vault();
        past = before.past();
        journalProblem = before.journalProblem();
        connections = new Table<>(before.connections());
        repositories = new Table<>(before.repositories());
        runs = new Table<>(before.runs());
        results = new Table<>(before.results());
        comparisons = new Readings<>(before.comparisons());
        logs = new Readings<>(before.logs());
        attempts = new Readings<>(before.attempts());
        annotations = new Readings<>(before.annotations());
        inputs = new Readings<>(before.inputs());
        workloads = new Readings<>(before.workloads());
        podLogs = new Readings<>(before.podLogs());
        permits = new Readings<>(before.permits());
        abilities = new Table<>(before.abilities());
        freezes = new Readings<>(before.freezes());
        releases = new Readings<>(before.releases());
        good = new Table<>(before.good());
        actions = new Table<>(before.actions());
        drafts = new Table<>(before.drafts());
        focus = new Table<>(before.focus());
    }

    void describe(BoardSpec spec, List<String> problems) {
        described = spec;
        boardProblems = List.copyOf(problems);
    }

    void team(TeamStanding standing) {
        team = standing;
    }

    void vault(VaultStanding standing) {
        vault = standing;
    }

    void recall(Map<RunId, RunPast> runs) {
        past = new Past(Map.copyOf(runs), past.progress());
    }

    void progress(HistoryProgress progress) {
        past = new Past(past.runs(), progress.with(past.progress().problem()));
    }

    void history(String problem) {
        past = new Past(past.runs(), past.progress().with(problem));
    }

    void journal(String problem) {
        journalProblem = problem;
    }

    void repository(RepositoryId id, UnaryOperator<RepositoryState> change) {
        repositories.put(id, change.apply(repositories.or(id, RepositoryState.UNKNOWN)));
    }

    void run(RunId id, UnaryOperator<RunState> change) {
        runs.put(id, change.apply(runs.or(id, RunState.UNKNOWN)));
    }

    void results(RunId id, UnaryOperator<RunResults> change) {
        results.put(id, change.apply(results.or(id, RunResults.UNKNOWN)));
        if (results.size() > Reducer.RESULTS_KEPT) {
            results.leastOf(id, Results.AGE).ifPresent(results::remove);
        }
    }

    /// What was read for one look only goes when nobody looks any more and much of it has gathered: whoever comes back
    /// soon finds it there.
    void look(String screen, Focus at) {
        focus.put(screen, at);
        if (attempts.size() > MOST_UNSEEN) {
            attempts.keep(attempt -> focus.values().stream().anyMatch(one -> one.attempts().contains(attempt)));
        }
        if (annotations.size() > MOST_UNSEEN) {
            annotations.keep(job -> focus.values().stream().anyMatch(one -> one.annotations().contains(job)));
        }
    }

    /// Somebody may have opened it again meanwhile, with another file.
    void closePodLog(PodLogKey log, @Nullable Path file) {
        LogFile known = podLogs.or(log, Reading.never()).value();
        if (Objects.equals(known == null ? null : known.path(), file)) {
            podLogs.remove(log);
        }
    }

    void keepGood(GoodRevision revision) {
        List<GoodRevision> all = new ArrayList<>(good.or(revision.workload(), List.of()));
        all.removeIf(g -> g.hash().equals(revision.hash()));
        all.add(revision);
        all.sort(Comparator.comparing(GoodRevision::until).reversed());
        good.put(revision.workload(), List.copyOf(all));
    }

    void record(ActionRecord action) {
        actions.put(action.plan().id(), action);
        if (actions.size() > Reducer.ACTIONS_KEPT) {
            actions.values().stream()
                    .filter(a -> a.phase().isEnd())
                    .min(Comparator.comparing(ActionRecord::confirmedAt))
                    .ifPresent(oldest -> actions.remove(oldest.plan().id()));
        }
    }

    /// Drops all that was read over a connection. What people did and drafted stays: that is theirs. So
    /// does what was proven, which is bound to a workload by its uid and counts wherever that is found again.
    void forget(ConnectionId gone) {
        connections.remove(gone);
        abilities.remove(gone);
        repositories.keep(id -> !id.connection().equals(gone));
        freezes.keep(id -> !id.connection().equals(gone));
        releases.keep(id -> !id.connection().equals(gone));
        comparisons.keep(key -> !key.repository().connection().equals(gone));
        inputs.keep(key -> !key.repository().connection().equals(gone));
        runs.keep(run -> !isOf(gone, run));
        results.keep(run -> !isOf(gone, run));
        attempts.keep(attempt -> !isOf(gone, attempt.run()));
        annotations.keep(job -> !isOf(gone, job.run()));
        logs.keep(job -> !isOf(gone, job.run()));
        workloads.keep(key -> !key.cluster().equals(gone));
        podLogs.keep(log -> !log.workload().cluster().equals(gone));
        permits.keep(permit -> !permit.cluster().equals(gone));
        Map<RunId, RunPast> rest = new HashMap<>(past.runs());
        if (rest.keySet().removeIf(run -> isOf(gone, run))) {
            recall(rest);
        }
    }

    private static boolean isOf(ConnectionId connection, RunId run) {
        return run.repository().connection().equals(connection);
    }

    ConsoleState finish() {
        ConsoleState after = new ConsoleState(
                before.version() + 1,
                connections.result(),
                described,
                boardProblems,
                team,
                vault,
                repositories.result(),
                runs.result(),
                results.result(),
                comparisons.result(),
                logs.result(),
                attempts.result(),
                annotations.result(),
                inputs.result(),
                workloads.result(),
                podLogs.result(),
                permits.result(),
                abilities.result(),
                freezes.result(),
                releases.result(),
                good.result(),
                actions.result(),
                drafts.result(),
                focus.result(),
                past,
                journalProblem);
        return isSame(after) ? before : after;
    }

    private boolean isSame(ConsoleState after) {
        return after.connections() == before.connections()
                && after.described().equals(before.described())
                && after.boardProblems().equals(before.boardProblems())
                && after.team().equals(before.team())
                && after.vault().equals(before.vault())
                && after.repositories() == before.repositories()
                && after.runs() == before.runs()
                && after.results() == before.results()
                && after.comparisons() == before.comparisons()
                && after.logs() == before.logs()
                && after.attempts() == before.attempts()
                && after.annotations() == before.annotations()
                && after.inputs() == before.inputs()
                && after.workloads() == before.workloads()
                && after.podLogs() == before.podLogs()
                && after.permits() == before.permits()
                && after.abilities() == before.abilities()
                && after.freezes() == before.freezes()
                && after.releases() == before.releases()
                && after.good() == before.good()
                && after.actions() == before.actions()
                && after.drafts() == before.drafts()
                && after.focus() == before.focus()
                && after.past().equals(before.past())
                && after.journalProblem().equals(before.journalProblem());
    }

    /// A table of readings that answers are added to.
    static final class Readings<K, V> extends Table<K, Reading<V>> {

        Readings(Map<K, Reading<V>> before) {
            super(before);
        }

        void read(K key, Answer<V> answer) {
            Reading<V> known = or(key, Reading.never());
            put(key, known.after(answer));
        }
    }
}
