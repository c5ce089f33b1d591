package dev.signalbox.wiring;

import dev.signalbox.action.ConsoleOperator;
import dev.signalbox.action.Operator;
import dev.signalbox.action.Outside;
import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.history.History;
import dev.signalbox.monitor.CiMonitor;
import dev.signalbox.monitor.ClusterMonitor;
import dev.signalbox.monitor.GoodRevisionKeeper;
import dev.signalbox.monitor.RunKeeper;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything of the console but its window: connections, monitors, state, plans. The same for practice and for real.
final class Engine implements AutoCloseable {

    /// How long changes are gathered before they are applied together.
    private static final Duration PACE = Duration.ofMillis(30);

    private static final Duration STEP = Duration.ofMillis(250);

    private final Threads threads;
    private final Store store;
    private final ConsoleOperator operator;
    private final GitHubAccounts accounts;
    private final List<CiMonitor> ciMonitors;
    private final Closing closing;

    private Engine(
            Threads threads,
            Store store,
            ConsoleOperator operator,
            GitHubAccounts accounts,
            List<CiMonitor> ciMonitors,
            Closing closing) {
        this.threads = threads;
        this.store = store;
        this.operator = operator;
        this.accounts = accounts;
        this.ciMonitors = ciMonitors;
        this.closing = closing;
    }

    /// Connects and begins to read. Whatever cannot be connected is shown, not thrown.
    ///
    /// @param problems what is wrong with the configuration, to be shown on the board
    static Engine start(Machine machine, ConsoleConfig config, List<String> problems, Folders folders) {
        Closing closing = new Closing();
        Threads threads = new Threads();
        Store store = new Store(new Reducer(), batch -> threads.turn(batch, PACE));
        History history = History.open(folders.data(), machine.clock());
        closing.later(history);
        closing.later(threads);
        store.offer(new Change.JournalChecked(history.problem()));

        GitHubAccounts accounts = new GitHubAccounts(machine, threads, store, closing);
        Map<ConnectionId, CiProvider> providers = new HashMap<>();
        config.github().forEach(a -> accounts.connect(a).ifPresent(p -> providers.put(p.id(), p)));
        Clusters contexts = new Clusters(machine, threads, store, closing, config);
        Map<ConnectionId, Cluster> clusters = new HashMap<>();
        config.clusters().forEach(c -> contexts.connect(c).ifPresent(k -> clusters.put(k.id(), k)));

        ConsoleOperator operator = new ConsoleOperator(
                new Outside(Map.copyOf(providers), Map.copyOf(clusters)), history.journal(), store, machine.clock(),
                () -> UUID.randomUUID().toString(), machine.operator(), threads.workers(), Pause.real());
        GoodRevisionKeeper keeper = new GoodRevisionKeeper(history.goodRevisions(), store);
        recall(keeper, store);
        operator.recover();
        RunKeeper runs = new RunKeeper(history.runs(), store, machine.clock(), threads.workers());
        threads.every(Duration.ofSeconds(1), runs::step);

        List<String> told = new ArrayList<>(problems);
        told.addAll(history.notices());
        BoardWatch board = new BoardWatch(config, told, store);
        threads.every(Duration.ofSeconds(2), board::look);
        threads.every(Duration.ofSeconds(2), operator::lookBack);
        List<CiMonitor> ciMonitors = new ArrayList<>();
        for (CiProvider provider : providers.values()) {
            CiMonitor monitor = new CiMonitor(
                    provider, store, machine.clock(), threads.workers(),
                    folders.cache().resolve("logs").resolve(FolderName.of(provider.id())));
            ciMonitors.add(monitor);
            threads.every(STEP, monitor::step);
        }
        for (Cluster cluster : clusters.values()) {
            ClusterMonitor monitor = new ClusterMonitor(cluster, store, keeper, machine.clock(), threads.workers());
            monitor.start();
            closing.later(monitor);
            threads.every(STEP, monitor::step);
        }
        return new Engine(threads, store, operator, accounts, ciMonitors, closing);
    }

    private static void recall(GoodRevisionKeeper keeper, Store store) {
        try {
            keeper.recall();
        } catch (JournalFailure failure) {
            store.offer(new Change.JournalChecked(String.valueOf(failure.getMessage())));
        }
    }

    Store store() {
        return store;
    }

    Operator operator() {
        return operator;
    }

    Threads threads() {
        return threads;
    }

    /// Whether something that was done is not on disk yet.
    boolean owesTheJournal() {
        return operator.owesTheJournal();
    }

    /// Reads everything again soon. An account whose allowance is used up is asked first whether it is there again.
    void refresh() {
        threads.workers().execute(() -> {
            accounts.askAgain();
            ciMonitors.forEach(CiMonitor::again);
        });
    }

    @Override
    public void close() {
        closing.close();
    }
}
