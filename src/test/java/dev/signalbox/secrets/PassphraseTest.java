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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vault that is opened with a passphrase, since there is no key ring.
class PassphraseTest {

    private static final String HUB = "https://api.github.com";

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private final List<char[]> given = new ArrayList<>();

    private int asked;

    @BeforeEach
    void noRing() {
        ring.answersOnly(new Answer.Absent("no session bus"));
    }

    private Vault vault(String passphrase) {
        PassphrasePrompt prompt = new PassphrasePrompt() {
            @Override
            public Optional<char[]> existing() {
                asked++;
                given.add(passphrase.toCharArray());
                return Optional.of(given.getLast());
            }

            @Override
            public Optional<char[]> fresh() {
                return existing();
            }
        };
        return vault(prompt, VaultHead.LEAST_ROUNDS);
    }

    private Vault vault(PassphrasePrompt prompt, int rounds) {
        return new Vault(
                folder.resolve("secrets.vault"), ring, prompt, new SecureRandom(), () -> 0, Duration.ofMinutes(5),
                rounds);
    }

    private static void put(Vault vault, Optional<VaultLock> lock) throws VaultProblem {
        vault.put("work", HUB, SecretText.of("ghp_canary".toCharArray()), lock);
    }

    private static Kind refusal(Vault vault, Optional<VaultLock> lock) {
        try {
            put(vault, lock);
        } catch (VaultProblem problem) {
            return problem.kind();
        }
        throw new AssertionError("It was not refused");
    }

    @Test
    void opensWithItsPassphraseAlone() throws Exception {
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        assertThat(vault("correct horse battery").take("work", HUB).reveal()).isEqualTo("ghp_canary");
        assertThatExceptionOfType(VaultProblem.class)
                .isThrownBy(() -> vault("correct horse batteries").take("work", HUB))
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.PASSPHRASE_WRONG))
                .withMessageContaining("does not open");
        assertThat(ring.items).isEmpty();
    }

    @Test
    void whatWasTypedIsWipedWhetherRightOrWrong() throws Exception {
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> vault("not this one").take("work", HUB));
        assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> {
            vault("x").forgetEverything();
            put(vault("too short"), Optional.of(VaultLock.PASSPHRASE));
        });
        assertThat(given).hasSize(3).allSatisfy(typed -> assertThat(typed).containsOnly('\0'));
    }

    @Test
    void aPersonIsAskedOnceWhileTheVaultIsOpen() throws Exception {
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        Vault vault = vault("correct horse battery");
        asked = 0;
        vault.take("work", HUB).close();
        vault.list();
        vault.remove("work");
        assertThat(asked).isEqualTo(1);
        vault.close();
        vault.list();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whereNobodyCanBeAskedNothingIsMadeOrLost() throws Exception {
        assertThat(refusal(vault(PassphrasePrompt.nobody(), 1000), Optional.of(VaultLock.PASSPHRASE)))
                .isEqualTo(Kind.PASSPHRASE_MISSING);
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        byte[] before = Files.readAllBytes(folder.resolve("secrets.vault"));
        assertThat(refusal(vault(PassphrasePrompt.nobody(), 1000), Optional.empty()))
                .isEqualTo(Kind.PASSPHRASE_MISSING);
        assertThat(Files.readAllBytes(folder.resolve("secrets.vault"))).isEqualTo(before);
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThat(refusal(vault("123456789"), Optional.of(VaultLock.PASSPHRASE))).isEqualTo(Kind.UNFIT);
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
    }

    @Test
    void theLockOfAVaultIsNotChangedInPassing() throws Exception {
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        assertThat(refusal(vault("correct horse battery"), Optional.of(VaultLock.KEY_RING))).isEqualTo(Kind.UNFIT);
        put(vault("correct horse battery"), Optional.empty());
        assertThat(vault("correct horse battery").list()).hasSize(1);
    }

    @Test
    void forgettingNeedsNoPassphrase() throws Exception {
        put(vault("correct horse battery"), Optional.of(VaultLock.PASSPHRASE));
        asked = 0;
        assertThat(vault("whatever").forgetEverything()).isEmpty();
        assertThat(asked).isZero();
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
    }

    @Test
    void anOrdinaryVaultIsStretchedAsLongAsIsAskedForToday() throws Exception {
        Vault vault = new Vault(
                folder.resolve("secrets.vault"), ring, new PassphrasePrompt() {
                    @Override
                    public Optional<char[]> existing() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<char[]> fresh() {
                        return Optional.of("correct horse battery".toCharArray());
                    }
                }, new SecureRandom(), () -> 0, Duration.ofMinutes(5));
        put(vault, Optional.of(VaultLock.PASSPHRASE));
        assertThat(VaultHead.parse(Files.readAllBytes(folder.resolve("secrets.vault"))).rounds())
                .isGreaterThanOrEqualTo(600_000);
    }
}
