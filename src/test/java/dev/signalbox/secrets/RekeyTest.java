package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.port.KeyRing;
import dev.signalbox.testing.FakeKeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another key for the same secrets.
class RekeyTest {

    private static final String ORIGIN = "https://api.github.com";

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private Optional<String> passphrase = Optional.of("correct horse battery");

    private final PassphrasePrompt prompt = new PassphrasePrompt() {
        @Override
        public Optional<char[]> existing() {
            return passphrase.map(String::toCharArray);
        }

        @Override
        public Optional<char[]> fresh() {
            return existing();
        }
    };

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("secrets.vault");
    }

    private Vault vault() {
        return new Vault(file, ring, prompt, new SecureRandom(), () -> 0, Duration.ofMinutes(5), 1_000);
    }

    private void store() throws VaultProblem {
        try (Vault vault = vault(); SecretText secret = SecretText.of("ghp_one".toCharArray())) {
            vault.put("work", ORIGIN, secret, Optional.empty());
        }
    }

    private String secret() throws VaultProblem {
        try (Vault vault = vault(); SecretText text = vault.take("work", ORIGIN)) {
            return text.reveal();
        }
    }

    @Test
    void theKeyRingGivesWayToAPassphrase() throws Exception {
        store();
        assertThat(ring.items).hasSize(1);
        try (Vault vault = vault()) {
            assertThat(vault.rekey(VaultLock.PASSPHRASE)).isEmpty();
            assertThat(vault.lock()).contains(VaultLock.PASSPHRASE);
        }
        assertThat(ring.items).as("its key opens nothing any more").isEmpty();
        assertThat(secret()).isEqualTo("ghp_one");
    }

    @Test
    void thePassphraseBeforeOpensNothingAnyMore() throws Exception {
        store();
        try (Vault vault = vault()) {
            vault.rekey(VaultLock.PASSPHRASE);
            passphrase = Optional.of("another one, longer");
            vault.rekey(VaultLock.PASSPHRASE);
        }
        assertThat(secret()).isEqualTo("ghp_one");
        passphrase = Optional.of("correct horse battery");
        VaultProblem problem = catchThrowableOfType(VaultProblem.class, this::secret);
        assertThat(problem.kind()).isEqualTo(VaultProblem.Kind.PASSPHRASE_WRONG);
    }

    @Test
    void thePassphraseGivesWayToTheKeyRing() throws Exception {
        store();
        try (Vault vault = vault()) {
            vault.rekey(VaultLock.PASSPHRASE);
            vault.rekey(VaultLock.KEY_RING);
        }
        passphrase = Optional.empty();
        assertThat(ring.items).hasSize(1);
        assertThat(secret()).isEqualTo("ghp_one");
    }

    @Test
    void whoDoesNotChooseChangesNothing() throws Exception {
        store();
        byte[] before = Files.readAllBytes(file);
        passphrase = Optional.empty();
        try (Vault vault = vault()) {
            VaultProblem problem =
                    catchThrowableOfType(VaultProblem.class, () -> vault.rekey(VaultLock.PASSPHRASE));
            assertThat(problem.kind()).isEqualTo(VaultProblem.Kind.PASSPHRASE_MISSING);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(secret()).isEqualTo("ghp_one");
    }

    @Test
    void aKeyRingThatTakesNothingChangesNothing() throws Exception {
        store();
        try (Vault vault = vault()) {
            vault.rekey(VaultLock.PASSPHRASE);
            byte[] before = Files.readAllBytes(file);
            ring.answersOnly(new KeyRing.Answer.Locked());
            VaultProblem problem = catchThrowableOfType(VaultProblem.class, () -> vault.rekey(VaultLock.KEY_RING));
            assertThat(problem.kind()).isEqualTo(VaultProblem.Kind.RING_LOCKED);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void aRingThatKeepsTheOldKeyIsTold() throws Exception {
        store();
        try (Vault vault = vault()) {
            vault.list();
            ring.answersOnly(new KeyRing.Answer.Failed("no"));
            assertThat(vault.rekey(VaultLock.PASSPHRASE)).singleElement().asString()
                    .contains("opens nothing any more");
            assertThat(vault.take("work", ORIGIN).reveal()).isEqualTo("ghp_one");
        }
    }

    @Test
    void aFolderThatCannotBeSyncedCostsNeitherVaultNorKey() throws Exception {
        store();
        VaultFile unsynced = new VaultFile(file, folder -> {
            throw new IOException("folders are not synced here");
        });
        try (Vault vault = new Vault(
                unsynced, ring, prompt, new SecureRandom(), () -> 0, Duration.ofMinutes(5), 1_000)) {
            assertThat(vault.rekey(VaultLock.PASSPHRASE)).singleElement().asString().contains("key before was kept");
            assertThat(ring.items).as("a power cut may bring the file before back").hasSize(1);
            assertThat(vault.rekey(VaultLock.KEY_RING)).isNotEmpty();
        }
        passphrase = Optional.empty();
        assertThat(secret()).as("the key of the vault in place is in the ring").isEqualTo("ghp_one");
    }

    @Test
    void thereMustBeAVault() throws Exception {
        try (Vault vault = vault()) {
            VaultProblem problem =
                    catchThrowableOfType(VaultProblem.class, () -> vault.rekey(VaultLock.PASSPHRASE));
            assertThat(problem.kind()).isEqualTo(VaultProblem.Kind.UNKNOWN);
            assertThat(vault.lock()).isEmpty();
        }
        assertThat(file).doesNotExist();
    }
}
