package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.history.LastState;
import dev.signalbox.history.LastStateFile;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps what the board shows, and shows it again at the next start before anything is connected. Connections stay “not
/// tried yet” then, so nothing of it counts as current until it has been read anew; what runs is asked of the cluster before
/// any plan is made.
final class LastBoard {

    private static final Logger LOG = Logger.getLogger(LastBoard.class.getName());

    /// Of each repository; the rest is in the history.
    private static final int RUNS = 20;

    private final LastStateFile file;
    private final Store store;
    private final boolean keeps;
    private @Nullable ConsoleState kept;
    private Also also = state -> {};

    /// What else is kept of a state, whenever it is.
    interface Also {

        void keep(ConsoleState state) throws IOException;
    }

    /// @param folders what another console has is shown and never written
    /// @param known the secrets that the console holds: none of them is kept
    LastBoard(Folders folders, KnownSecrets known, Store store) {
        file = new LastStateFile(folders.data(), known);
        keeps = folders.isOurs();
        this.store = store;
    }

    /// Has it keep this too. Before anything is kept.
    LastBoard and(Also more) {
        also = more;
        return this;
    }

    /// Shows what was kept of these connections, and of the repositories that are still read.
    void recall(Set<ConnectionId> configured, Predicate<RepositoryId> read) {
        if (configured.isEmpty()) {
            return;
        }
        file.read().ifPresent(last -> {
            last.connections().stream()
                    .filter(c -> configured.contains(c.id()))
                    .map(c -> new Connection(
                            c.id(), c.kind(), c.address(), Connection.Lamp.CONNECTING, c.at(), null, null, null, null))
                    .forEach(connection -> store.offer(new Change.ConnectionAdded(connection)));
            changes(last, read).filter(configured).forEach(store::offer);
        });
    }

    /// What is known again, by the connection that it came over.
    private record Known(List<ConnectionId> connections, List<Change> changes) {

        void add(ConnectionId connection, Change change) {
            connections.add(connection);
            changes.add(change);
        }

        List<Change> filter(Set<ConnectionId> wanted) {
            List<Change> some = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                if (wanted.contains(connections.get(i))) {
                    some.add(changes.get(i));
                }
            }
            return some;
        }
    }

    private static Known changes(LastState last, Predicate<RepositoryId> read) {
        Known known = new Known(new ArrayList<>(), new ArrayList<>());
        last.repositories().stream().filter(r -> read.test(r.repository().id())).forEach(r -> known.add(
                r.repository().id().connection(),
                new Change.RepositoriesRead(
                        r.repository().id().connection(), null, new Answer.Good<>(List.of(r.repository()), r.at()))));
        last.runs().stream().filter(r -> read.test(r.repository())).forEach(r -> known.add(
                r.repository().connection(),
                new Change.RunsRead(r.repository(), new Answer.Good<>(r.runs(), r.at()))));
        last.environments().stream().filter(e -> read.test(e.repository())).forEach(e -> known.add(
                e.repository().connection(),
                new Change.EnvironmentsRead(e.repository(), new Answer.Good<>(e.environments(), e.at()))));
        last.deployments().stream().filter(d -> read.test(d.repository())).forEach(d -> known.add(
                d.repository().connection(),
                new Change.DeploymentsRead(d.repository(), new Answer.Good<>(d.deployments(), d.at()))));
        last.pending().stream().filter(p -> read.test(p.run().repository())).forEach(p -> known.add(
                p.run().repository().connection(),
                new Change.PendingRead(p.run(), new Answer.Good<>(p.pending(), p.at()))));
        last.workloads().forEach(w -> known.add(
                w.workload().key().cluster(), new Change.WorkloadSeen(w.workload(), w.at())));
        return known;
    }

    /// Keeps what is shown now, if it is something else than last time; offline there is nothing better than what was
    /// kept. Blocks.
    synchronized void keep() {
        ConsoleState now = store.current();
        ConsoleState before = kept;
        boolean nothingNew = now.connections().values().stream().noneMatch(c -> c.lamp() == Connection.Lamp.LIVE);
        if (!keeps || nothingNew || before != null && before.version() == now.version()) {
            return;
        }
        try {
            file.write(of(now));
            kept = now;
            also.keep(now);
        } catch (IOException full) {
            LOG.log(Level.WARNING, "What the board shows could not be kept: {0}", IoWords.of(full));
        }
    }

    static LastState of(ConsoleState state) {
        List<LastState.OfConnection> connections = new ArrayList<>();
        state.connections().values().forEach(c -> {
            if (c.freshAt() != null) {
                connections.add(new LastState.OfConnection(c.id(), c.kind(), c.address(), c.freshAt()));
            }
        });
        List<LastState.OfRepository> repositories = new ArrayList<>();
        List<LastState.OfRuns> runs = new ArrayList<>();
        List<LastState.OfEnvironments> environments = new ArrayList<>();
        List<LastState.OfDeployments> deployments = new ArrayList<>();
        List<LastState.OfPending> pending = new ArrayList<>();
        state.repositories().forEach((id, known) -> {
            known(known.repository(), (value, at) -> repositories.add(new LastState.OfRepository(value, at)));
            known(known.runs(), (value, at) -> runs.add(runs(id, value, at)));
            known(known.environments(), (value, at) -> environments.add(
                    new LastState.OfEnvironments(id, value, at)));
            known(known.deployments(), (value, at) -> deployments.add(new LastState.OfDeployments(id, value, at)));
            for (Run run : listed(known)) {
                known(state.run(run.id()).pending(), (value, at) -> {
                    if (run.status().isUnfinished() && !value.isEmpty()) {
                        pending.add(new LastState.OfPending(run.id(), value, at));
                    }
                });
            }
        });
        List<LastState.OfWorkload> workloads = new ArrayList<>();
        state.workloads().values().forEach(
                reading -> known(reading, (value, at) -> workloads.add(new LastState.OfWorkload(value, at))));
        return new LastState(connections, repositories, runs, environments, deployments, pending, workloads);
    }

    private static LastState.OfRuns runs(RepositoryId id, List<Run> runs, Instant at) {
        return new LastState.OfRuns(id, newest(runs), at);
    }

    /// The newest, and those that were still waited for.
    private static List<Run> newest(List<Run> runs) {
        List<Run> kept = new ArrayList<>(runs.subList(0, Math.min(RUNS, runs.size())));
        runs.stream().skip(RUNS).filter(run -> run.status().isUnfinished()).forEach(kept::add);
        return kept;
    }

    private static List<Run> listed(RepositoryState known) {
        return newest(known.runs().or(List.of()));
    }

    private static <T> void known(Reading<T> reading, BiConsumer<T, Instant> use) {
        T value = reading.value();
        Instant at = reading.readAt();
        if (value != null && at != null) {
            use.accept(value, at);
        }
    }
}
