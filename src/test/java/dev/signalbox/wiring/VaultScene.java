package dev.signalbox.wiring;

import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.TypedPassphrase;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A desk with a vault behind it, and whoever asks it.
@Timeout(120)
abstract class VaultScene {

    static final String GITHUB = "https://api.github.com";

    @TempDir
    Path folder = Path.of("");

    final FakeKeyRing ring = new FakeKeyRing();
    volatile Instant wall = Instant.parse("2026-03-01T10:00:00Z");
    volatile long tick;
    final Store store = new Store(new Reducer(), Runnable::run);
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final Map<String, Tokens.Token> arrived = new ConcurrentHashMap<>();
    final Map<String, CompletableFuture<Tokens.Token>> arrivals = new ConcurrentHashMap<>();
    final Machine machine = new Machine(
            "Linux", Map.of(), Path.of("/nowhere"), () -> wall, () -> tick, new SecureRandom(), "me@here");
    final VaultDesk desk = new VaultDesk(store, workers, machine);
    KeyRing asked = ring;

    @AfterEach
    void stop() {
        desk.close();
        workers.shutdownNow();
    }

    Path file() {
        return folder.resolve("secrets.vault");
    }

    Vault vault(PassphrasePrompt prompt) {
        return new Vault(file(), asked, prompt, new SecureRandom(), () -> 0, Duration.ofDays(1));
    }

    Tokens tokens() {
        return new Tokens(
                machine, new Terminal.Pipe(InputStream.nullInputStream()), this::vault,
                environment -> new SecretProgram(environment, Thread.ofVirtual().factory(), Duration.ofSeconds(20)));
    }

    static CiAccount account(String name, TokenSource source) {
        return new CiAccount(
                new ConnectionId(name), Connection.Kind.GITHUB, "https://github.com", source, List.of(), null, null);
    }

    void stored(VaultLock lock, String... names) throws Exception {
        PassphrasePrompt mine = new TypedPassphrase("correct horse");
        try (Vault vault = vault(mine)) {
            for (String name : names) {
                try (SecretText secret = SecretText.of(("ghp_of_" + name).toCharArray())) {
                    vault.put(name, GITHUB, secret, Optional.of(lock));
                }
            }
        }
    }

    void fetch(CiAccount... accounts) {
        List.of(accounts).forEach(a -> store.offer(
                new Change.ConnectionAdded(Connection.fresh(a.id(), a.kind(), a.url()))));
        desk.attend();
        desk.fetch(tokens(), List.of(accounts), (account, token) -> arrive(account.id().name(), token));
    }

    void arrive(String name, Tokens.Token token) {
        arrived.put(name, token);
        arrivals.computeIfAbsent(name, n -> new CompletableFuture<>()).complete(token);
    }

    Tokens.Token arrivalOf(String name) throws Exception {
        return arrivals.computeIfAbsent(name, n -> new CompletableFuture<>()).get(60, TimeUnit.SECONDS);
    }

    VaultStanding until(Predicate<VaultStanding> wanted) throws IOException {
        return new Waiting(store).until("the vault stands so", Duration.ofSeconds(60),
                state -> Optional.of(state.vault()).filter(wanted));
    }

    VaultStanding until(Kind kind) throws IOException {
        return until(v -> v.kind() == kind);
    }

    Question question(Wanted wanted) throws IOException {
        return Objects.requireNonNull(until(v -> v.question() != null
                && Objects.requireNonNull(v.question()).wanted() == wanted).question());
    }

    static CiAccount inVault(String name) {
        return account(name, new TokenSource.Vault());
    }

    RemoteProblem problemOf(String name) {
        Connection connection = Objects.requireNonNull(store.current().connections().get(new ConnectionId(name)));
        return Objects.requireNonNull(connection.problem());
    }
}
