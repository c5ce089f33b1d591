package dev.signalbox.wiring;

import dev.signalbox.action.ConsoleOperator;
import dev.signalbox.action.Operator;
import dev.signalbox.action.Outside;
import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.history.History;
import dev.signalbox.monitor.CiMonitor;
import dev.signalbox.monitor.GoodRevisionKeeper;
import dev.signalbox.monitor.ReportSources;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.provider.xml.JUnitReports;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.ui.team.TeamAnswers;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Everything of the console but its window: connections, monitors, state, plans. The same for practice and for real.
final class Engine implements AutoCloseable {

    /// How long changes are gathered before they are applied together.
    private static final Duration PACE = Duration.ofMillis(30);

    /// What the folders of running consoles begin with, in the cache.
    private static final String PASSING = "console-";

    private final Closing closing = new Closing();
    private final Waking waking = new Waking();
    private final Threads threads;
    private final Store store;
    private final Map<ConnectionId, CiProvider> providers = new ConcurrentHashMap<>();
    private final Map<ConnectionId, Cluster> clusters = new ConcurrentHashMap<>();
    private final BoardFiles boards;
    private final List<CiMonitor> ciMonitors = new CopyOnWriteArrayList<>();
    final Folders folders;
    private final PassingFolder passing;
    private final History history;
    private final ConsoleOperator operator;
    private final CiAccounts accounts;
    final SavedPolling polling;
    private final GoodRevisionKeeper keeper;
    private final VaultDesk vault;
    private volatile BiConsumer<ConnectionId, String> trusting = (cluster, seen) -> {};
    final OwnLog log;
    final KnownSecrets known = new KnownSecrets();
    private volatile @Nullable Memory memory;
    private volatile Runnable afterwards = () -> {};

    private Engine(Machine machine, Folders folders, Threads threads) {
        this.folders = folders;
        this.threads = threads;
        store = new Store(new Reducer(), batch -> threads.turn(batch, PACE));
        QuietWires.use();
        closing.later(() -> afterwards.run());
        log = OwnLog.open(folders.kept(), known);
        closing.later(log);
        passing = PassingFolder.makeOrMiss(folders.cache(), PASSING);
        closing.later(passing);
        threads.workers().execute(() -> {
            passing.clearOthers();
            FetchedLogs.clear(folders.cache().resolve("logs"), machine.clock().instant());
        });
        history = History.open(folders.data(), machine.clock(), known);
        closing.later(history);
        boards = new BoardFiles(history.teamDecisions());
        closing.later(threads);
        vault = new VaultDesk(store, threads.workers(), machine);
        closing.later(vault);
        store.offer(new Change.JournalChecked(history.problem()));
        operator = new ConsoleOperator(
                new Outside(providers, clusters, boards.proposals(), known), history.journal(), store, machine.clock(),
                () -> UUID.randomUUID().toString(), machine.operator(), threads.workers(), Pause.real());
        polling = new SavedPolling(settings("polling.properties"), threads.workers());
        accounts = new CiAccounts(
                threads, store, closing, known,
                (account, unlocked) -> new VaultGrants(account, vault, known, unlocked), this::refresh);
        keeper = new GoodRevisionKeeper(history.goodRevisions(), store);
        recall(keeper, store);
    }

    /// Opens what is on this machine; nothing outside is known yet, so that a window need not wait for it.
    static Engine open(Machine machine, Folders folders) {
        return open(machine, folders, new Threads());
    }

    /// The same on given threads, which close with it.
    static Engine open(Machine machine, Folders folders, Threads threads) {
        return new Engine(machine, folders, threads);
    }

    /// Opens and connects.
    ///
    /// @param problems what is wrong with the configuration, to be shown on the board
    static Engine start(Machine machine, ConsoleConfig config, List<String> problems, Folders folders) {
        Engine engine = open(machine, folders);
        Configured configured = new Configured(
                machine, new ConsoleConfigFile(config, problems), Tokens.ofEnvironment(machine));
        configured.prepare(engine);
        configured.connect(engine);
        return engine;
    }

    /// Shows the board that a file describes, also before anything is connected. Called once.
    ///
    /// @param file absent when everything is to be discovered
    /// @param clusters with their namespaces that are watched; none where any may be
    /// @param problems what is wrong with the configuration, to be shown on the board
    void describe(
            @Nullable Path file, Optional<ConnectionId> ci, Map<ConnectionId, List<String>> clusters,
            List<String> problems) {
        watch(file, false, ci, clusters, problems);
    }

    /// The same for a whole configuration, whose team file comes into force as it was last.
    void describe(Machine machine, ConsoleConfig config, List<String> problems) {
        Map<ConnectionId, List<String>> watched = new LinkedHashMap<>();
        config.clusters().forEach(cluster -> watched.put(cluster.id(), cluster.namespaces()));
        Path beginning = config.board() == null && config.team() != null ? config.team().beginning() : null;
        BoardWatch board = watch(
                beginning == null ? config.board() : beginning, beginning != null,
                config.accounts().stream().map(ConsoleConfig.CiAccount::id).findFirst(), watched,
                problems);
        boards.take(TeamFiles.recall(
                machine, threads, folders, config, history.teamDecisions(), store, board::lieOn,
                board::standingIn, boards::connect));
    }

    private BoardWatch watch(
            @Nullable Path file, boolean standsIn, Optional<ConnectionId> ci,
            Map<ConnectionId, List<String>> clusters, List<String> problems) {
        List<String> told = new ArrayList<>(problems);
        told.addAll(history.notices());
        BoardWatch board = new BoardWatch(file, standsIn, ci, clusters, told, store);
        threads.every(Duration.ofSeconds(2), board::look);
        threads.workers().execute(() -> board.tellFirst(history.unreadActions()));
        boards.take(board);
        return board;
    }

    /// Connects and begins to read. Whatever cannot be connected is shown, not thrown. Called once.
    ///
    /// @param tokens those of the configuration's accounts; what has to be asked for comes later
    void connect(Machine machine, ConsoleConfig written, Tokens tokens) {
        TeamFiles shared = boards.team();
        known.keepToOurselves(Tokens.variables(written));
        ConsoleConfig config = TeamHosts.resolve(written, boards.protection(), store);
        List<ConsoleConfig.CiAccount> wanting = Tokens.wanting(config);
        Map<ConnectionId, Tokens.Token> given = tokens.atOnce(wanting);
        known.keep(Tokens.texts(given.values()));
        Memory remembered = new Memory(machine, threads, store, config.memory(), folders, known);
        closing.later(remembered);
        memory = remembered;
        remembered.forgetLate(known, List.of(folders.cache().resolve("logs"), passing.path()));
        ReportSources reports = new ReportSources(
                new JUnitReports(), history.tests(), config.reports(), passing("reports"));
        Arrivals arrivals = new Arrivals(
                machine, threads, store, accounts, providers, ciMonitors,
                p -> remembered.behind(p.with(new BoardFreezes(p.freezes(), this::freezes))),
                folders.cache().resolve("logs"), reports, polling);
        config.accounts().forEach(arrivals::announce);
        config.accounts().stream().filter(Tokens::isAtOnce)
                .forEach(a -> arrivals.connect(a, Objects.requireNonNull(given.get(a.id()))));
        WatchedClusters watched = new WatchedClusters(
                machine, threads, store, closing, clusters, keeper, waking, passing("pods"), known);
        trusting = watched.connect(config, history.clusterTrusts());
        operator.recover();
        threads.every(Duration.ofSeconds(2), operator::lookBack);
        remembered.start(providers, history.runs());
        watched.watch();
        waking.watch(machine, threads, store, this::refresh);
        List<ConsoleConfig.CiAccount> late = wanting.stream().filter(a -> !Tokens.isAtOnce(a)).toList();
        if (shared != null && late.stream().noneMatch(a -> a.id().equals(Tokens.TEAM))) {
            shared.connect(given.get(Tokens.TEAM));
        }
        vault.fetch(tokens.hiding(known.variables()), late, (account, token) -> {
            known.keep(Tokens.texts(List.of(token)));
            if (account.id().equals(Tokens.TEAM)) {
                Objects.requireNonNull(shared).connect(token);
            } else {
                arrivals.connect(account, token);
            }
        });
        threads.every(Duration.ofSeconds(1), vault::step);
    }

    private List<Freeze> freezes() {
        return store.current().described().protection().freezes();
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

    /// What was kept of the past; absent before the configuration was read.
    @Nullable
    Memory memory() {
        return memory;
    }

    /// Takes a person's answers about the team file; does nothing where there is none.
    TeamAnswers teamAnswers() {
        return new TeamFiles.Answering(boards::team);
    }

    /// The files that describe the board.
    BoardFiles boards() {
        return boards;
    }

    /// Tokens on this machine.
    VaultDesk vault() {
        return vault;
    }

    Threads threads() {
        return threads;
    }

    /// What is done when all of this has been closed.
    void afterwards(Runnable last) {
        afterwards = last;
    }

    Waking waking() {
        return waking;
    }

    /// A file of settings, by its name.
    SettingsFile settings(String name) {
        return new SettingsFile(folders.settings().resolve(name));
    }

    /// A folder by its name for files that nobody needs once this console has ended.
    Path passing(String name) {
        return passing.path().resolve(name);
    }

    /// Takes a cluster for the one that is meant, though it has changed, if it is what was seen.
    void trust(ConnectionId cluster, String seen) {
        trusting.accept(cluster, seen);
    }

    CiAccounts accounts() {
        return accounts;
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
            boards.again();
        });
    }

    @Override
    public void close() {
        closing.close();
    }
}
