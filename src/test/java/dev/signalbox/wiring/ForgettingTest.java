package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.TypedPassphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything is forgotten from inside the window, but not what another console has.
class ForgettingTest {

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Folders theirs;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Folders looked;

    @BeforeEach
    void place() throws Exception {
        theirs = Folders.below(home.resolve("data"));
        theirs.make();
        looked = theirs.lookedAt(Files.createDirectory(home.resolve("passing")));
        PassphrasePrompt typed = new TypedPassphrase("correct horse");
        try (SecretText secret = SecretText.of("ghp_x".toCharArray());
                Vault vault = new Vault(
                        file("secrets.vault"), new FakeKeyRing(), typed, new SecureRandom(), () -> 0,
                        Duration.ofMinutes(5))) {
            vault.put("work", "https://api.github.com", secret, Optional.of(VaultLock.PASSPHRASE));
        }
    }

    private Path file(String name) {
        return theirs.data().resolve(name);
    }

    private static Forgetting in(Engine engine) {
        return new Forgetting(engine, Machine.here(), new Staying(Leaving.Written.NOTHING), false);
    }

    @Test
    void whoOnlyLooksAtTheFolderOfAnotherConsoleForgetsNothing() throws IOException {
        try (FolderLock held = FolderLock.take(theirs.data(), "ana@elsewhere").orElseThrow();
                Engine first = Engine.open(Machine.here(), theirs)) {
            try (Engine second = Engine.open(Machine.here(), looked)) {
                new Waiting(second.store()).until(
                        "the first has the journal", Duration.ofSeconds(90),
                        state -> Optional.of(state.journalProblem()).filter(told -> !told.isEmpty()));
                assertThat(in(second).obstacle()).contains("only looks at " + theirs.data());
                in(second).forget();
            }
            assertThat(file("history.db")).exists();
            assertThat(file("secrets.vault")).exists();
            assertThat(first.store().current().journalProblem()).isEmpty();
            assertThat(held).isNotNull();
        }
    }

    @Test
    void whoHasTheFolderForgetsWhenItHasClosed() throws IOException {
        try (Engine engine = Engine.open(Machine.here(), theirs)) {
            assertThat(in(engine).obstacle()).isEmpty();
            in(engine).forget();
            assertThat(file("secrets.vault")).exists();
        }
        assertThat(file("history.db")).doesNotExist();
        assertThat(file("secrets.vault")).doesNotExist();
    }
}
