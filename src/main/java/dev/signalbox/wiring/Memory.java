package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.history.logs.LogArchive;
import dev.signalbox.history.logs.LookedAtLogs;
import dev.signalbox.monitor.HistoryFiller;
import dev.signalbox.monitor.LogKeeper;
import dev.signalbox.monitor.RememberedRuns;
import dev.signalbox.monitor.RunKeeper;
import dev.signalbox.monitor.Troubles;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.port.RunHistory;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the console remembers of the past: who keeps it, recalls it and fills it up.
final class Memory implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Machine machine;
    private final Threads threads;
    private final Store store;
    private final ConsoleConfig.Memory wanted;
    private final LogArchive archive;
    private final KeptLogs logs;

    /// @param known the secrets that no kept log may hold
    Memory(
            Machine machine, Threads threads, Store store, ConsoleConfig.Memory wanted, Folders folders,
            KnownSecrets known) {
        this.machine = machine;
        this.threads = threads;
        this.store = store;
        this.wanted = wanted;
        archive = new LogArchive(folders.kept(), wanted.logs(), known);
        logs = folders.isOurs() ? archive : new LookedAtLogs(folders.data(), archive, known);
    }

    /// The provider, with the logs that it no longer has.
    CiProvider behind(CiProvider provider) {
        return provider.with(new RememberedRuns(provider.runs(), logs));
    }

    void start(Map<ConnectionId, CiProvider> providers, RunHistory history) {
        Troubles troubles = new Troubles(store);
        RunKeeper runs = new RunKeeper(
                history, store, troubles, machine.clock(), threads.workers(), wanted.runs());
        LogKeeper keeper = new LogKeeper(logs, store, troubles, machine.clock(), threads.workers());
        HistoryFiller filler = new HistoryFiller(
                providers, history, store, troubles, machine.clock(), threads.workers(), wanted.backfill());
        threads.every(STEP, runs::step);
        threads.every(STEP, keeper::step);
        threads.every(STEP, filler::step);
    }

    /// From now on secrets that become known are taken out of logs that lie on the disk.
    ///
    /// @param caches folders with logs below them
    void forgetLate(KnownSecrets known, List<Path> caches) {
        threads.every(STEP, new LateSecrets(known, archive, caches, machine.clock(), threads.workers())::step);
    }

    KeptLogs logs() {
        return logs;
    }

    @Override
    public void close() {
        archive.close();
    }
}
