package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.TypedPassphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that is replaced by the console itself, beside others who may write the vault.
class VaultExchangeTest {

    private static final String HUB = "https://api.github.com";

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private long now;

    private Vault vault() {
        return vault(PassphrasePrompt.nobody());
    }

    private Vault vault(PassphrasePrompt prompt) {
        return new Vault(
                folder.resolve("secrets.vault"), ring, prompt, new SecureRandom(), () -> now, Duration.ofMinutes(5),
                1000);
    }

    private static void put(Vault vault, String name, String secret, VaultLock lock) throws VaultProblem {
        try (SecretText text = SecretText.of(secret.toCharArray())) {
            vault.put(name, HUB, text, Optional.of(lock));
        }
    }

    private static boolean exchange(Vault vault, String name, String origin, String before, String next)
            throws VaultProblem {
        try (SecretText old = SecretText.of(before.toCharArray());
                SecretText fresh = SecretText.of(next.toCharArray())) {
            return vault.exchange(name, origin, old, fresh);
        }
    }

    private static String taken(Vault vault, String name) throws VaultProblem {
        try (SecretText text = vault.take(name, HUB)) {
            return text.reveal();
        }
    }

    @Test
    void theNextOneTakesThePlaceOfTheOneBefore() throws Exception {
        put(vault(), "work", "one", VaultLock.KEY_RING);
        put(vault(), "other", "apart", VaultLock.KEY_RING);

        assertThat(exchange(vault(), "work", HUB, "one", "two")).isTrue();

        assertThat(taken(vault(), "work")).isEqualTo("two");
        assertThat(taken(vault(), "other")).isEqualTo("apart");
    }

    @Test
    void whatSomebodyElseStoredMeanwhileStays() throws Exception {
        put(vault(), "work", "theirs", VaultLock.KEY_RING);

        assertThat(exchange(vault(), "work", HUB, "one", "two")).isFalse();

        assertThat(taken(vault(), "work")).isEqualTo("theirs");
    }

    @Test
    void whatWasRemovedOrIsForAnotherOriginDoesNotComeBack() throws Exception {
        assertThat(exchange(vault(), "work", HUB, "one", "two")).as("no vault").isFalse();
        put(vault(), "other", "apart", VaultLock.KEY_RING);

        assertThat(exchange(vault(), "work", HUB, "one", "two")).isFalse();
        assertThat(exchange(vault(), "other", "https://evil.example", "apart", "two")).isFalse();
        assertThat(vault().list()).extracting(Vault.Listed::name).containsExactly("other");
        assertThat(taken(vault(), "other")).isEqualTo("apart");
    }

    @Test
    void onlyAVaultWithAPassphraseAsksAPersonAndOnlyWhileItIsLocked() throws Exception {
        PassphrasePrompt mine = new TypedPassphrase("correct horse battery");
        Vault vault = vault(mine);
        assertThat(vault.asksPerson()).as("there is none").isFalse();
        put(vault, "work", "one", VaultLock.PASSPHRASE);

        assertThat(vault.asksPerson()).isFalse();
        now += Duration.ofMinutes(6).toNanos();
        assertThat(vault.asksPerson()).isTrue();
        assertThat(taken(vault, "work")).isEqualTo("one");
        assertThat(vault.asksPerson()).isFalse();
        vault.close();
        assertThat(vault.asksPerson()).isTrue();
    }

    @Test
    void aKeyRingAsksNobodyHere() throws Exception {
        put(vault(), "work", "one", VaultLock.KEY_RING);

        assertThat(vault().asksPerson()).isFalse();
    }
}
