package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Setup;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.github.GitHubSettings;
import dev.signalbox.provider.github.GitHubSetup;
import dev.signalbox.provider.gitlab.GitLab;
import dev.signalbox.provider.gitlab.GitLabSettings;
import dev.signalbox.provider.gitlab.GitLabSetup;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.oauth.RenewedToken;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Connects the configured CI accounts; what cannot be connected is shown as a connection with its problem. The one place
/// that knows which provider stands behind which kind of connection.
final class CiAccounts {

    private final Threads threads;
    private final Store store;
    private final Closing closing;
    private final KnownSecrets known;
    private final List<Runnable> askAgain = new CopyOnWriteArrayList<>();
    private final Map<ConnectionId, TokenCheck> checks = new ConcurrentHashMap<>();
    private final Map<ConnectionId, SignedInAgain> again = new ConcurrentHashMap<>();
    private final Vaulted vaulted;
    private final Runnable readAgain;

    /// Where the grants of accounts are kept.
    interface Vaulted {

        /// @param unlocked hears when somebody has opened the vault for the account
        VaultGrants of(ConsoleConfig.CiAccount account, VaultGrants.Unlocked unlocked);
    }

    /// Of a console without a vault.
    CiAccounts(Threads threads, Store store, Closing closing, KnownSecrets known) {
        this(threads, store, closing, known, (account, unlocked) -> {
            throw new IllegalArgumentException("No vault is open here.");
        }, () -> {});
    }

    /// @param known the secrets that the console holds
    /// @param readAgain makes everything due: an account that has failed for long is asked each ten minutes only, and
    ///        would not hear before that of a token that somebody has just seen to
    CiAccounts(
            Threads threads, Store store, Closing closing, KnownSecrets known, Vaulted vaulted, Runnable readAgain) {
        this.readAgain = readAgain;
        this.vaulted = vaulted;
        this.threads = threads;
        this.known = known;
        this.store = store;
        this.closing = closing;
    }

    /// @param given the account's token, or why there is none
    Optional<CiProvider> connect(Machine machine, ConsoleConfig.CiAccount account, Tokens.Token given) {
        store.offer(new Change.ConnectionAdded(Connection.fresh(account.id(), account.kind(), account.url())));
        return switch (given) {
            case Tokens.Token.Found(String text) -> tried(account, () -> open(machine, account, text, switch (account
                    .kind()) {
                case GITLAB -> GitLab.token(text);
                case GITHUB, KUBERNETES -> Credential.bearer(text);
            }));
            case Tokens.Token.Renewed(Grant grant) -> tried(account, () -> open(
                    machine, account, grant.token().reveal(), Credential.renewed(source(machine, account, grant))));
            case Tokens.Token.Missing(RemoteProblem why) -> refused(account, why);
        };
    }

    private Optional<CiProvider> tried(ConsoleConfig.CiAccount account, Supplier<CiProvider> opening) {
        try {
            return Optional.of(opening.get());
        } catch (IllegalArgumentException wrong) {
            return refused(account, new RemoteProblem.Unreadable(String.valueOf(wrong.getMessage())));
        }
    }

    /// @param token by whose looks its kind is told
    private CiProvider open(
            Machine machine, ConsoleConfig.CiAccount account, String token, Credential credential) {
        return switch (account.kind()) {
            case GITHUB -> {
                GitHub github = GitHub.open(new GitHubSettings(
                        account.id(), account.owners(),
                        dressed(machine, account, GitHub.base(account.url()), credential)));
                closing.later(github);
                askAgain.add(github::askAgain);
                checks.put(account.id(), github.check(token));
                yield github.provider();
            }
            case GITLAB -> {
                GitLab gitlab = GitLab.open(new GitLabSettings(
                        account.id(), account.owners(),
                        dressed(machine, account, GitLab.base(account.url()), credential)));
                closing.later(gitlab);
                askAgain.add(gitlab::askAgain);
                checks.put(account.id(), gitlab.check());
                yield gitlab.provider();
            }
            case KUBERNETES -> throw noProvider();
        };
    }

    /// What renews the account's token. It closes before the way to where that is done.
    private RenewedToken source(Machine machine, ConsoleConfig.CiAccount account, Grant grant) {
        VaultGrants grants = vaulted.of(account, token -> {
            if (token instanceof Tokens.Token.Renewed(Grant kept)) {
                again(account.id()).ifPresent(signedIn -> signedIn.take(kept));
            }
        });
        grants.learn(grant);
        Setup.SignInDoor door = switch (account.kind()) {
            case GITHUB -> GitHubSetup.signIn(
                    dressed(machine, account, GitHub.base(account.url()), Credential.none()));
            case GITLAB -> GitLabSetup.signIn(
                    dressed(machine, account, GitLab.base(account.url()), Credential.none()));
            case KUBERNETES -> throw noProvider();
        };
        closing.later(door::close);
        RenewedToken source = new RenewedToken(door.signIn(), grants, grant, machine.clock(), threads.workers());
        closing.later(source);
        again.put(account.id(), new SignedInAgain(
                door.signIn(), source, grants, machine.clock(), Pause.real(), readAgain));
        return source;
    }

    private static IllegalArgumentException noProvider() {
        return new IllegalArgumentException("A cluster is no CI account.");
    }

    /// Signs in to an account again; absent where nothing renews its token.
    Optional<SignedInAgain> again(ConnectionId account) {
        return Optional.ofNullable(again.get(account));
    }

    /// Asks every account that waits for its allowance whether it is there again; see [GitHub#askAgain()] and [GitLab#askAgain()].
    void askAgain() {
        askAgain.forEach(Runnable::run);
    }

    /// Tells what an account's token may do; absent for one that is not connected.
    Optional<TokenCheck> check(ConnectionId account) {
        return Optional.ofNullable(checks.get(account));
    }

    private HttpSettings dressed(
            Machine machine, ConsoleConfig.CiAccount account, BaseUrl base, Credential credential) {
        return AccountHttp.of(machine, threads, base, credential, account.proxy(), account.authority()).hiding(known);
    }

    private Optional<CiProvider> refused(ConsoleConfig.CiAccount account, RemoteProblem problem) {
        store.offer(new Change.ConnectionTroubled(account.id(), problem, null));
        return Optional.empty();
    }
}
