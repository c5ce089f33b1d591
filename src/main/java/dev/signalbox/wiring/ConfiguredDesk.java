package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.state.Store;
import dev.signalbox.ui.accounts.ConnectionDesk;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is connected by the configuration in use. It is changed in the console's own file only; a file that somebody named
/// is theirs.
final class ConfiguredDesk implements ConnectionDesk {

    private static final String PRACTICE =
            "Practice reaches no account and no cluster of yours, so none is configured here.";

    private final Engine engine;
    private final FxThread fx;
    private final @Nullable Leaving leaving;
    private final TokenRemoval vault;
    private final OwnChanges changes;
    private final Leaving.Written written;
    private Consumer<URI> pages = page -> {};

    /// @param leaving absent where there is no window to leave
    /// @param vault where the token of a removed account lies
    /// @param home what `~` stands for in the file
    ConfiguredDesk(Engine engine, FxThread fx, @Nullable Leaving leaving, TokenRemoval vault, Path home) {
        this.engine = engine;
        this.fx = fx;
        this.leaving = leaving;
        this.vault = vault;
        this.changes = new OwnChanges(engine.threads().workers(), fx, leaving, home, PRACTICE);
        this.written = changes.written();
    }

    /// The one of a running console.
    static ConfiguredDesk of(Engine engine, FxThread fx, Machine machine, @Nullable Leaving leaving) {
        VaultInWindow vault = VaultInWindow.of(engine, machine);
        return new ConfiguredDesk(
                engine, fx, leaving, new TokenRemoval(vault.desk(), vault.otherwise()), machine.home());
    }

    /// Opens pages with this. Before anything is shown.
    ConfiguredDesk openPagesWith(Consumer<URI> browser) {
        pages = browser;
        return this;
    }

    @Override
    public String fixed() {
        return changes.fixed();
    }

    @Override
    public List<AccountLine> accounts() {
        ConsoleConfig config = written.config();
        return config == null
                ? List.of()
                : config.accounts().stream()
                        .map(a -> new AccountLine(a.id(), a.kind(), a.url(), words(a.token()), removal(a.token()),
                                a.owners(), a.repositories()))
                        .toList();
    }

    @Override
    public List<ClusterLine> clusters() {
        ConsoleConfig config = written.config();
        return config == null
                ? List.of()
                : config.clusters().stream()
                        .map(c -> new ClusterLine(
                                c.id(), c.context(), c.namespaces(), c.allowedCommands().size(), c.mark()))
                        .toList();
    }

    /// Where a token comes from, in words.
    static String words(TokenSource source) {
        return switch (source) {
            case TokenSource.Variable(String name) -> "Its token comes from the variable " + name;
            case TokenSource.Vault inVault -> "Its token lies in the vault";
            case TokenSource.Asked asked -> "Its token is typed at each start";
            case TokenSource.Program(List<String> line) -> "Its token is printed by " + line.getFirst();
        };
    }

    /// What becomes of a token when its account is removed, in a sentence.
    static String removal(TokenSource source) {
        return switch (source) {
            case TokenSource.Variable(String name) -> "Its token stays in the variable " + name + ".";
            case TokenSource.Vault inVault -> "Its token is removed from the vault.";
            case TokenSource.Asked asked -> "Its token is kept nowhere, and no longer asked for.";
            case TokenSource.Program(List<String> line) ->
                    "Its token stays where " + line.getFirst() + " takes it from.";
        };
    }

    @Override
    public Optional<Connection> standing(ConnectionId id) {
        return Optional.ofNullable(engine.store().current().connections().get(id));
    }

    @Override
    public Runnable watch(ConnectionId id, Consumer<Optional<Connection>> told) {
        Store.Subscription watching = engine.store()
                .select(state -> Optional.ofNullable(state.connections().get(id)),
                        now -> fx.execute(() -> told.accept(now)));
        return watching::close;
    }

    @Override
    public void check(ConnectionId account, Consumer<Checked> heard) {
        engine.threads().workers().execute(() -> {
            Checked answer = checked(account);
            fx.execute(() -> heard.accept(answer));
        });
    }

    private Checked checked(ConnectionId account) {
        Optional<TokenCheck> check = engine.accounts().check(account);
        if (check.isEmpty()) {
            return new Checked.Problem(new RemoteProblem.Unreadable(
                    "This account is not connected, so nothing can be asked of it."));
        }
        try {
            return new Checked.Sheet(check.get().check());
        } catch (RemoteFailure failure) {
            return new Checked.Problem(failure.problem());
        }
    }

    @Override
    public boolean canSignIn(ConnectionId account) {
        return engine.accounts().again(account).isPresent();
    }

    @Override
    public Runnable signIn(ConnectionId account, Consumer<SigningIn> told) {
        FutureTask<Void> task = new FutureTask<>(() -> engine.accounts().again(account).ifPresentOrElse(
                again -> again.run(step -> fx.execute(() -> told.accept(step))),
                () -> fx.execute(() -> told.accept(new SigningIn.Failed(
                        "This account is not connected, so nobody can sign in to it here.")))),
                null);
        engine.threads().workers().execute(task);
        return () -> task.cancel(true);
    }

    @Override
    public void open(URI page) {
        pages.accept(page);
    }

    @Override
    public void remove(ConnectionId id, Consumer<String> failed) {
        ConsoleConfig config = written.config();
        boolean inVault = config != null && config.accounts().stream()
                .anyMatch(a -> a.id().equals(id) && a.token() instanceof TokenSource.Vault);
        change(now -> without(now, id), () -> inVault ? forgotten(id) : "", failed);
    }

    private static ConsoleConfig without(ConsoleConfig config, ConnectionId id) {
        List<CiAccount> accounts = config.accounts().stream().filter(a -> !a.id().equals(id)).toList();
        return config.with(accounts)
                .withClusters(config.clusters().stream().filter(c -> !c.id().equals(id)).toList());
    }

    /// Removes the token from the vault.
    ///
    /// @return why it is still there; empty when it is not
    private String forgotten(ConnectionId id) {
        Folders folders = written.folders();
        if (folders == null) {
            return "";
        }
        try {
            vault.remove(folders, id.name());
            return "";
        } catch (VaultProblem problem) {
            return "It is removed at the next start, but its token is still in the vault. " + problem.sentence();
        }
    }

    @Override
    public void mark(ConnectionId cluster, ClusterMark mark, Consumer<String> failed) {
        change(config -> config.withClusters(config.clusters().stream()
                .map(c -> c.id().equals(cluster) ? c.with(mark) : c)
                .toList()), () -> "", failed);
    }

    /// Writes the changed configuration and starts again.
    ///
    /// @param after done when it is written; gives why not to start again yet, if there is a reason
    private void change(UnaryOperator<ConsoleConfig> change, Supplier<String> after, Consumer<String> failed) {
        changes.thenAgain(() -> {
            String problem = changes.write(change);
            return problem.isEmpty() ? after.get() : problem;
        }, failed);
    }

    @Override
    public Optional<Runnable> addAccount() {
        return adding(Way.First.ACCOUNT);
    }

    @Override
    public Optional<Runnable> addCluster() {
        return adding(Way.First.CLUSTER);
    }

    /// The steps of the welcome, which add to the console's own file only.
    private Optional<Runnable> adding(Way.First first) {
        Leaving ways = leaving;
        return ways == null || written.own() == null
                ? Optional.empty()
                : Optional.of(() -> ways.to(new Way.Add(first)).ifPresent(System.err::println));
    }

    @Override
    public String addByHand() {
        return "To add one, write it into " + written.own() + "; the console reads it when it starts.";
    }
}
