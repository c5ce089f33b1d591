package dev.signalbox.wiring;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.CiProvider;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.github.GitHubSettings;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.http.Origin;
import dev.signalbox.provider.http.ProxySettings;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Connects the configured GitHub accounts; what cannot be connected is shown as a connection with its problem.
final class GitHubAccounts {

    static final String USER_AGENT = "Signalbox/0.1 (desktop release console)";

    private final Threads threads;
    private final Store store;
    private final Closing closing;
    private final List<GitHub> open = new CopyOnWriteArrayList<>();

    GitHubAccounts(Threads threads, Store store, Closing closing) {
        this.threads = threads;
        this.store = store;
        this.closing = closing;
    }

    /// @param machine with the token that the account names
    Optional<CiProvider> connect(Machine machine, ConsoleConfig.GitHubAccount account) {
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(account.id(), Connection.Kind.GITHUB, account.url())));
        String token = machine.environment().getOrDefault(account.tokenVariable(), "").strip();
        if (token.isEmpty()) {
            return refused(account, new RemoteProblem.Unauthorized(
                    "The environment variable " + account.tokenVariable()
                            + " holds no token. Set it and start the console again."));
        }
        try {
            HttpSettings http = HttpSettings.of(
                    GitHub.base(account.url()), Credential.bearer(token),
                    new HttpRuntime(machine.clock(), machine.ticker(), machine.random(), threads.virtual()))
                    .withHeaders(USER_AGENT, java.util.Map.of());
            String proxy = account.proxy();
            if (proxy != null) {
                http = http.withProxy(proxy(BaseUrl.parse(proxy).origin()));
            }
            GitHub github = GitHub.open(new GitHubSettings(account.id(), account.owners(), http));
            closing.later(github);
            open.add(github);
            return Optional.of(github.provider());
        } catch (IllegalArgumentException wrong) {
            return refused(account, new RemoteProblem.Unreadable(String.valueOf(wrong.getMessage())));
        }
    }

    /// Asks every account that waits for its allowance whether it is there again; see [GitHub#askAgain()].
    void askAgain() {
        open.forEach(GitHub::askAgain);
    }

    private static ProxySettings proxy(Origin origin) {
        return new ProxySettings(origin.host(), origin.port(), null, null, List.of());
    }

    private Optional<CiProvider> refused(ConsoleConfig.GitHubAccount account, RemoteProblem problem) {
        store.offer(new Change.ConnectionTroubled(account.id(), problem, null));
        return Optional.empty();
    }
}
