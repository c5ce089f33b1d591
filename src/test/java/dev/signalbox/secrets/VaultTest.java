package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.VaultProblem.Kind;
import dev.signalbox.testing.FakeKeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A vault whose key lies in a key ring.
class VaultTest {

    private static final String HUB = "https://api.github.com";

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private Path file = Path.of("");
    private long now;

    @BeforeEach
    void place() {
        file = folder.resolve("secrets.vault");
    }

    private Vault vault() {
        return new Vault(
                file, ring, PassphrasePrompt.nobody(), new SecureRandom(), () -> now, Duration.ofMinutes(5), 1000);
    }

    private void put(Vault vault, String name, String origin, String secret) throws VaultProblem {
        try (SecretText text = SecretText.of(secret.toCharArray())) {
            vault.put(name, origin, text, Optional.empty());
        }
    }

    private static String taken(Vault vault, String name, String origin) throws VaultProblem {
        try (SecretText text = vault.take(name, origin)) {
            return text.reveal();
        }
    }

    private interface Attempt {

        void run() throws VaultProblem;
    }

    private static VaultProblem refused(Attempt attempt) {
        try {
            attempt.run();
        } catch (VaultProblem problem) {
            assertThat(problem.sentence()).endsWith(".").doesNotContain("ghp_");
            return problem;
        }
        throw new AssertionError("It was not refused");
    }

    @Test
    void givesBackWhatItWasGiven() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        put(vault(), "inside", "https://git.example.com", "glpat-canary");
        assertThat(taken(vault(), "work", HUB)).isEqualTo("ghp_canary");
        assertThat(taken(vault(), "inside", "https://git.example.com")).isEqualTo("glpat-canary");
        assertThat(vault().list()).containsExactly(
                new Vault.Listed("inside", "https://git.example.com"), new Vault.Listed("work", HUB));
    }

    @Test
    void neitherSecretNorNameStandsInTheFileAndOnlyItsOwnerMayReadIt() throws Exception {
        put(vault(), "work-account", HUB, "ghp_canary");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("canary").doesNotContain("work-account").doesNotContain("github");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).as("nothing is left beside it").extracting(p -> p.getFileName().toString())
                    .containsExactlyInAnyOrder("secrets.vault", "secrets.vault.lock");
        }
        assertThat(ring.items.values()).noneMatch(text -> text.contains("canary"));
    }

    @Test
    void everyWritingHasANonceOfItsOwn() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        byte[] first = Files.readAllBytes(file);
        put(vault(), "work", HUB, "ghp_canary");
        byte[] second = Files.readAllBytes(file);
        assertThat(VaultHead.parse(second).nonce()).isNotEqualTo(VaultHead.parse(first).nonce());
        assertThat(VaultHead.parse(second).writings()).isEqualTo(2);
        assertThat(second.length).isEqualTo(first.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://api.github.com.evil.example", "http://api.github.com", "https://api.github.com:444",
        "https://API.github.com", "https://api.github.com.", "https://github.com", "", "https://xn--api.github.com"
    })
    void aSecretIsGivenToNoOtherOrigin(String other) throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        VaultProblem problem = refused(() -> vault().take("work", other));
        assertThat(problem.kind()).isEqualTo(Kind.OTHER_ORIGIN);
        assertThat(problem.sentence()).contains("“work”").contains(HUB).contains("store it anew");
    }

    @Test
    void whatIsNotThereIsToldWithTheCommandThatStoresIt() throws Exception {
        assertThat(refused(() -> vault().take("work", HUB)).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(file).as("asking makes no vault").doesNotExist();
        put(vault(), "other", HUB, "ghp_canary");
        assertThat(refused(() -> vault().take("work", HUB)).sentence())
                .contains("signalbox secret set work --origin " + HUB);
    }

    @Test
    void replacesAndRemoves() throws Exception {
        put(vault(), "work", HUB, "ghp_one");
        put(vault(), "work", "https://git.example.com", "ghp_two");
        assertThat(taken(vault(), "work", "https://git.example.com")).isEqualTo("ghp_two");
        assertThat(vault().remove("nothing")).isFalse();
        assertThat(vault().remove("work")).isTrue();
        assertThat(vault().remove("work")).isFalse();
        assertThat(vault().list()).isEmpty();
        assertThat(ring.items).as("the vault lives on").hasSize(1);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new Answer.Locked(), Kind.RING_LOCKED, "locked"),
                Arguments.of(new Answer.Absent("no session bus"), Kind.RING_ABSENT, "no session bus"),
                Arguments.of(new Answer.Silent(Duration.ofSeconds(30)), Kind.RING_SILENT, "30 s"),
                Arguments.of(new Answer.Failed("it broke"), Kind.RING_FAILED, "it broke"),
                Arguments.of(new Answer.Missing(), Kind.KEY_GONE, "no item"),
                Arguments.of(new Answer.Found("my own password".toCharArray()), Kind.KEY_GONE, "is not the key"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aRingThatDoesNotOpenTheVaultCostsNothing(Answer answer, Kind kind, String word) throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        byte[] before = Files.readAllBytes(file);
        ring.answersOnly(answer);
        for (Attempt attempt : new Attempt[] {
            () -> vault().take("work", HUB), () -> put(vault(), "x", HUB, "ghp_x"), () -> vault().remove("work"),
            () -> vault().list()
        }) {
            VaultProblem problem = refused(attempt);
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.sentence()).contains(word);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        ring.works();
        assertThat(taken(vault(), "work", HUB)).isEqualTo("ghp_canary");
    }

    @Test
    void noVaultIsMadeWithoutItsKeyInTheRing() throws Exception {
        ring.answersOnly(new Answer.Absent("no session bus"));
        assertThat(refused(() -> put(vault(), "work", HUB, "ghp_x")).sentence()).contains("--passphrase");
        assertThat(file).doesNotExist();
        ring.answersOnly(new Answer.Locked());
        assertThat(refused(() -> put(vault(), "work", HUB, "ghp_x")).kind()).isEqualTo(Kind.RING_LOCKED);
        assertThat(file).doesNotExist();
        ring.works();
        ring.keepsNothing();
        assertThat(refused(() -> put(vault(), "work", HUB, "ghp_x")).kind()).isEqualTo(Kind.KEY_GONE);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "SIGNALBX", "SIGNALBX\u0002", "SIGNALBX\u0001 and then some", "\u0000\u0000"})
    void whatIsNoVaultIsNeverReplaced(String text) throws Exception {
        Files.writeString(file, text);
        for (Attempt attempt : new Attempt[] {
            () -> vault().take("work", HUB), () -> put(vault(), "x", HUB, "ghp_x"), () -> vault().remove("work")
        }) {
            VaultProblem problem = refused(attempt);
            assertThat(problem.kind()).isIn(Kind.FOREIGN, Kind.DAMAGED, Kind.NEWER);
            assertThat(problem.sentence()).contains(file.toString()).contains("left as it is");
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aChangedFileIsDamagedAndNoQuestionOfTheKey() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        byte[] good = Files.readAllBytes(file);
        for (int at = VaultHead.LENGTH - VaultHead.NONCE; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(refused(() -> vault().take("work", HUB)).kind()).as("byte %d", at).isEqualTo(Kind.DAMAGED);
            assertThat(Files.readAllBytes(file)).isEqualTo(changed);
        }
    }

    @Test
    void anOlderCopyIsUsedAndTold() throws Exception {
        put(vault(), "work", HUB, "ghp_old");
        byte[] old = Files.readAllBytes(file);
        put(vault(), "work", HUB, "ghp_new");
        Vault fresh = vault();
        assertThat(taken(fresh, "work", HUB)).isEqualTo("ghp_new");
        assertThat(fresh.notice()).isEmpty();
        Files.write(file, old);
        assertThat(taken(fresh, "work", HUB)).isEqualTo("ghp_old");
        assertThat(fresh.notice()).as("it saw the newer one").isPresent();
        Vault next = vault();
        assertThat(taken(next, "work", HUB)).isEqualTo("ghp_old");
        assertThat(next.notice()).as("the ring remembers").hasValueSatisfying(
                told -> assertThat(told).contains("older copy").contains("1 times").contains("2 times"));
    }

    @Test
    void theKeyIsAskedForOnceAndGoesWhenItIsNotUsed() throws Exception {
        put(vault(), "work", HUB, "ghp_canary");
        Vault vault = vault();
        int before = ring.reads();
        vault.take("work", HUB).close();
        vault.take("work", HUB).close();
        assertThat(ring.reads()).isEqualTo(before + 1);
        now += Duration.ofMinutes(4).toNanos();
        assertThat(vault.lockIfIdle()).isFalse();
        vault.take("work", HUB).close();
        now += Duration.ofMinutes(4).toNanos();
        assertThat(vault.lockIfIdle()).as("used in between").isFalse();
        now += Duration.ofMinutes(1).toNanos();
        assertThat(vault.lockIfIdle()).isTrue();
        vault.take("work", HUB).close();
        assertThat(ring.reads()).isEqualTo(before + 2);
        now += Duration.ofMinutes(9).toNanos();
        vault.take("work", HUB).close();
        assertThat(ring.reads()).as("also when nobody looked in between").isEqualTo(before + 3);
        vault.close();
        assertThat(vault.lockIfIdle()).isTrue();
    }

    @Test
    void refusesWhatCannotBeStored() throws IOException {
        for (String name : new String[] {"", "  ", "a\nb", "x".repeat(101), "a\u202Eb"}) {
            assertThat(refused(() -> put(vault(), name, HUB, "ghp_x")).kind()).as(name).isEqualTo(Kind.UNFIT);
        }
        assertThat(refused(() -> put(vault(), "work", "", "ghp_x")).kind()).isEqualTo(Kind.UNFIT);
        assertThat(refused(() -> put(vault(), "work", HUB, "")).kind()).isEqualTo(Kind.UNFIT);
        assertThat(refused(() -> put(vault(), "work", HUB, "x".repeat(20_000))).kind()).isEqualTo(Kind.UNFIT);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Path nowhere = folder.resolve("gone").resolve("secrets.vault");
        Vault vault = new Vault(
                nowhere, ring, PassphrasePrompt.nobody(), new SecureRandom(), () -> now, Duration.ofMinutes(5), 1000);
        assertThat(refused(() -> put(vault, "work", HUB, "ghp_x")).kind()).isEqualTo(Kind.UNREACHABLE);
        Files.createDirectory(file);
        assertThat(refused(() -> vault().take("work", HUB)).kind()).isEqualTo(Kind.UNREACHABLE);
    }
}
