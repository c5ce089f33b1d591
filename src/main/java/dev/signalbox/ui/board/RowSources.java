package dev.signalbox.ui.board;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.state.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything of a state that went into a service's row. The state shares what did not change, so comparing objects by
/// identity tells whether the row must be made anew.
record RowSources(
        ServiceSpec service,
        RepositoryState repository,
        List<RunId> waiting,
        List<RunState> runs,
        List<Reading<Workload>> workloads,
        List<Connection.@Nullable Lamp> lamps,
        List<FreezeWindow> freezes) {

    private static final Duration YOUNG = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    /// Ages over two minutes are told in minutes: a row that is this late is not seen to be late.
    private static final int SELDOM_SECONDS = 12;

    static RowSources of(ServiceSpec service, ConsoleState state, List<FreezeWindow> freezes) {
        RepositoryState repository = repositoryOf(service, state);
        List<RunId> waiting = new ArrayList<>();
        List<RunState> runs = new ArrayList<>();
        for (Run run : repository.runs().or(List.of())) {
            if (run.status().isUnfinished()) {
                waiting.add(run.id());
                runs.add(state.run(run.id()));
            }
        }
        List<Reading<Workload>> workloads = new ArrayList<>();
        List<Connection.@Nullable Lamp> lamps = new ArrayList<>();
        for (TargetSpec target : service.targets()) {
            workloads.add(state.workload(target.workload()));
            lamps.add(lampOf(state, target.workload().cluster()));
        }
        return new RowSources(service, repository, waiting, runs, workloads, lamps, freezes);
    }

    /// Whether two states do not differ in anything that any row is made of.
    static boolean sameTables(ConsoleState a, ConsoleState b) {
        return a.workloads() == b.workloads() && a.repositories() == b.repositories() && a.runs() == b.runs()
                && a.freezes() == b.freezes()
                && (a.connections() == b.connections() || a.connections().equals(b.connections()));
    }

    /// Whether the row would come out the same from this state, ages aside.
    ///
    /// @param before a state for which it did: tables that both share need no looking up
    boolean hold(ConsoleState state, @Nullable ConsoleState before) {
        return (before != null && before.repositories() == state.repositories()
                || repositoryOf(service, state) == repository)
                && (before != null && before.runs() == state.runs() || sameRuns(state))
                && (before != null && before.workloads() == state.workloads() || sameWorkloads(state))
                && (before != null && before.connections() == state.connections() || sameLamps(state));
    }

    /// Whether a cell of this environment comes out as it did from the other sources, ages aside.
    boolean sameCell(RowSources other, String environment) {
        return repository.deployments() == other.repository.deployments() && freezes == other.freezes
                && sameTargets(other, environment);
    }

    /// Whether a signal between these environments comes out as it did from the other sources, ages aside.
    boolean sameSignal(RowSources other, String from, String to) {
        return repository == other.repository && sameRuns(other) && sameTargets(other, from) && sameTargets(other, to);
    }

    private boolean sameRuns(RowSources other) {
        if (runs.size() != other.runs.size()) {
            return false;
        }
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i) != other.runs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameTargets(RowSources other, String environment) {
        for (int i = 0; i < workloads.size(); i++) {
            if (service.targets().get(i).environment().equals(environment)
                    && (workloads.get(i) != other.workloads.get(i) || lamps.get(i) != other.lamps.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameRuns(ConsoleState state) {
        for (int i = 0; i < waiting.size(); i++) {
            if (state.run(waiting.get(i)) != runs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameWorkloads(ConsoleState state) {
        for (int i = 0; i < workloads.size(); i++) {
            Reading<Workload> now = state.workloads().get(service.targets().get(i).workload());
            // A reading that never was is made anew each time.
            if (now != workloads.get(i) && (now != null || workloads.get(i).value() != null)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameLamps(ConsoleState state) {
        for (int i = 0; i < lamps.size(); i++) {
            if (lampOf(state, service.targets().get(i).workload().cluster()) != lamps.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// Until when the row's ages stay the words that they are, as closely as people can tell.
    Instant readsTheSameUntil(Instant now, boolean moving) {
        boolean young = moving || !waiting.isEmpty()
                || repository.runs().or(List.of()).stream().limit(1).anyMatch(r -> isYoung(r.updatedAt(), now))
                || workloads.stream()
                        .map(Reading::value)
                        .filter(Objects::nonNull)
                        .anyMatch(w -> isYoung(CellRows.changedAt(w), now));
        // Spread by name, so that a large board is never made anew all at once.
        return now.plus(young
                ? OFTEN
                : Duration.ofSeconds(
                        SELDOM_SECONDS + Math.floorMod(service.name().hashCode(), SELDOM_SECONDS)));
    }

    private static boolean isYoung(@Nullable Instant then, Instant now) {
        return then != null && then.plus(YOUNG).isAfter(now);
    }

    private static RepositoryState repositoryOf(ServiceSpec service, ConsoleState state) {
        return service.repository() == null ? RepositoryState.UNKNOWN : state.repository(service.repository());
    }

    private static Connection.@Nullable Lamp lampOf(ConsoleState state, ConnectionId cluster) {
        Connection connection = state.connections().get(cluster);
        return connection == null ? null : connection.lamp();
    }
}
