package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The token of the team file, in a vault with a passphrase.
class TeamTokenTest {

    private static final String OLD = "glpat-canary-old-0123456789";
    private static final HiddenText NEW = new HiddenText("glpat-canary-new-0123456789");
    private static final String HERE = "https://git.example.com";
    private static final String THERE = "https://elsewhere.example.com";
    private static final TeamRepository BEFORE = new TeamRepository(
            HERE + "/acme/board.git", "main", "board.yaml", Duration.ofMinutes(5), new TokenSource.Vault(), null, null);

    @TempDir
    private Path folder;

    private final List<String> written = new ArrayList<>();
    private final PassphrasePrompt typed = answering(() -> Optional.of("correct horse battery".toCharArray()));

    @SuppressWarnings("NullAway.Init") // made before each test
    private SetUpConsole console;
    @SuppressWarnings("NullAway.Init") // made before each test
    private Engine engine;

    @BeforeEach
    void open() throws Exception {
        console = new SetUpConsole(folder.resolve("own"));
        engine = Engine.open(Machine.here(), console.folders);
        Files.delete(console.vaultFile());
        try (Vault made = console.vault(typed); SecretText old = SecretText.of(OLD.toCharArray())) {
            made.put(TeamRepository.NAME, HERE, old, Optional.of(VaultLock.PASSPHRASE));
        }
    }

    @AfterEach
    void close() {
        engine.close();
        console.close();
    }

    @Test
    void theTypedTokenIsThereBeforeTheConfigurationIs() throws VaultProblem {
        Supplier<String> write = () -> {
            written.add(there());
            return "";
        };
        assertThat(token(typed, BEFORE).keep(NEW, THERE, write)).isEmpty();
        assertThat(written).containsExactly(THERE);
        assertThat(kept(THERE)).isEqualTo(NEW.reveal());
    }

    @Test
    void whoClosesTheConsoleInsteadOfTypingThePassphraseChangesNothing() throws VaultProblem {
        PassphrasePrompt closed = answering(() -> {
            Thread.currentThread().interrupt();
            return Optional.empty();
        });
        String why = token(closed, BEFORE).keep(NEW, THERE, () -> {
            written.add("written");
            return "";
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(why).startsWith("The token could not be kept. ");
        assertThat(written).isEmpty();
        assertThat(kept(HERE)).isEqualTo(OLD);
    }

    @Test
    void whereTheConfigurationIsNotWrittenTheTokenBeforeIsBackAlsoForWhoCloses() throws VaultProblem {
        String why = token(typed, BEFORE).keep(NEW, THERE, () -> {
            Thread.currentThread().interrupt();
            return "No.";
        });
        assertThat(Thread.interrupted()).as("the end is still heard of").isTrue();
        assertThat(why).isEqualTo("No.");
        assertThat(kept(HERE)).isEqualTo(OLD);
    }

    @Test
    void whereThereWasNoneNoneIsLeft() {
        assertThat(token(typed, null).keep(NEW, HERE, () -> "No.")).isEqualTo("No.");
        assertThatThrownBy(() -> kept(HERE)).isInstanceOf(VaultProblem.class);
    }

    @Test
    void whoFollowsNothingAnyMoreLeavesNoTokenBehind() {
        assertThat(token(typed, BEFORE).forget()).isEmpty();
        assertThatThrownBy(() -> kept(HERE)).isInstanceOf(VaultProblem.class);
    }

    private TeamToken token(PassphrasePrompt prompt, @Nullable TeamRepository before) {
        return new TeamToken(
                new VaultInWindow(engine.vault(), folders -> console.vault(prompt)), console.folders, before);
    }

    private String kept(String origin) throws VaultProblem {
        try (Vault open = console.vault(typed); SecretText token = open.take(TeamRepository.NAME, origin)) {
            return token.reveal();
        }
    }

    /// The origin that the vault's only token is for.
    private String there() {
        try (Vault open = console.vault(typed)) {
            return open.list().getFirst().origin();
        } catch (VaultProblem problem) {
            return problem.sentence();
        }
    }

    private static PassphrasePrompt answering(Supplier<Optional<char[]>> answer) {
        return new PassphrasePrompt() {
            @Override
            public Optional<char[]> existing() {
                return answer.get();
            }

            @Override
            public Optional<char[]> fresh() {
                return answer.get();
            }
        };
    }
}
