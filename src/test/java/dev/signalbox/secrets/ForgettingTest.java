package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.VaultProblem.Kind;
import dev.signalbox.testing.FakeKeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a vault ends.
class ForgettingTest {

    private static final String HUB = "https://api.github.com";

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("secrets.vault");
    }

    private Vault vault() {
        return new Vault(
                file, ring, PassphrasePrompt.nobody(), new SecureRandom(), () -> 0, Duration.ofMinutes(5), 1000);
    }

    private static void put(Vault vault, String name, String origin, String secret) throws VaultProblem {
        vault.put(name, origin, SecretText.of(secret.toCharArray()), Optional.empty());
    }

    private static String taken(Vault vault, String name, String origin) throws VaultProblem {
        return vault.take(name, origin).reveal();
    }

    @Test
    void forgetsEverything() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        Files.writeString(folder.resolve("secrets.vault.new"), "left by a console that was killed");
        assertThat(vault().forgetEverything()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("secrets.vault.new")).doesNotExist();
        assertThat(ring.items).isEmpty();
        assertThat(vault().forgetEverything()).as("twice is not wrong").isEmpty();
        put(vault(), "work", HUB, "ghp_anew");
        assertThat(taken(vault(), "work", HUB)).isEqualTo("ghp_anew");
    }

    @Test
    void forgetsAlsoWhatCannotBeOpenedButNothingOfOthers() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        ring.answersOnly(new Answer.Locked());
        assertThat(vault().forgetEverything()).singleElement().asString().contains("locked").contains("“vault ");
        assertThat(file).doesNotExist();
        Files.writeString(file, "SIGNALBX\u0001 damaged");
        assertThat(vault().forgetEverything()).isEmpty();
        assertThat(file).doesNotExist();
        Files.writeString(file, "my diary");
        assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> vault().forgetEverything())
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.FOREIGN));
        assertThat(file).hasContent("my diary");
    }

    @Test
    void aVaultBegunAnewIsNoOlderCopy() throws Exception {
        Vault vault = vault();
        put(vault, "work", HUB, "ghp_one");
        put(vault, "work", HUB, "ghp_two");
        Vault other = vault();
        other.forgetEverything();
        put(other, "work", HUB, "ghp_three");
        assertThat(taken(vault, "work", HUB)).isEqualTo("ghp_three");
        assertThat(vault.notice()).isEmpty();
    }
}
