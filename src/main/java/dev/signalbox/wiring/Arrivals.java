package dev.signalbox.wiring;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.monitor.CiMonitor;
import dev.signalbox.monitor.ReportSources;
import dev.signalbox.port.CiProvider;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Connects each account when its token is there, and begins to read it: some tokens come later than others.
///
/// @param providers gets those that are connected
/// @param monitors gets who reads them
/// @param dressed what stands before a provider
/// @param logs folder of fetched logs
/// @param polling how much of the limits is used for what
record Arrivals(
        Machine machine, Threads threads, Store store, CiAccounts accounts, Map<ConnectionId, CiProvider> providers,
        List<CiMonitor> monitors, UnaryOperator<CiProvider> dressed, Path logs, ReportSources reports,
        SavedPolling polling) {

    private static final Duration STEP = Duration.ofMillis(250);

    /// The account is shown, before anything is known of it.
    void announce(CiAccount account) {
        store.offer(new Change.ConnectionAdded(Connection.fresh(account.id(), account.kind(), account.url())));
    }

    /// The account's token is there, or will not come.
    void connect(CiAccount account, Tokens.Token given) {
        RepositoryPicks picks = account.picks();
        accounts.connect(machine, account, given)
                .map(provider -> provider.behind(dressed))
                .map(provider -> provider.with(new PickedRepositories(provider.repositories(), picks)))
                .ifPresent(provider -> {
                    providers.put(provider.id(), provider);
                    CiMonitor monitor = new CiMonitor(
                            provider, store, machine.clock(), threads.workers(),
                            logs.resolve(FolderName.of(provider.id())),
                            reports).within(polling::share).only(picks);
                    monitors.add(monitor);
                    threads.every(STEP, monitor::step);
                });
    }
}
