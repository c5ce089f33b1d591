package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.secrets.VaultProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of the file, against bytes that another implementation (Node's crypto) made from its description.
class VaultFormTest {

    private static final byte[] ID = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] NONCE = HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9fafb");

    /// Passphrase “grüße vom Stellwerk”, 1000 rounds, written seven times.
    private static final byte[] KNOWN = HexFormat.of().parseHex(
            "5349474e414c42580102000003e80000000000000007000102030405060708090a0b0c0d0e0f"
                    + "235e3d7b9bc81d1966a095f51720f96a"
                    + "f0f1f2f3f4f5f6f7f8f9fafb"
                    + "460ea2833f756aa20129c56524822ab14660bbf8aa5367fe89bb32e05ab05244c2ed5d3b9b26b57f"
                    + "8b14a0147c3ef0eb8b8bfef504b9effe3b927d93");

    private static final byte[] MAIN = VaultCipher.stretch("grüße vom Stellwerk".toCharArray(), ID, 1000);

    private static final byte[] BODY = Arrays.copyOfRange(KNOWN, VaultHead.LENGTH, KNOWN.length);

    @Test
    void readsWhatAnotherImplementationWrote() throws VaultProblem {
        VaultHead head = VaultHead.parse(KNOWN);
        assertThat(head.lock()).isEqualTo(VaultLock.PASSPHRASE);
        assertThat(head.rounds()).isEqualTo(1000);
        assertThat(head.writings()).isEqualTo(7);
        assertThat(VaultCipher.fits(MAIN, head)).isTrue();
        VaultEntries entries = VaultEntries.parse(VaultCipher.open(MAIN, head, BODY).orElseThrow());
        assertThat(entries.all()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("work");
            assertThat(entry.origin()).isEqualTo("https://api.github.com");
            assertThat(entry.secret().reveal()).isEqualTo("ghp_canary");
        });
    }

    @Test
    void writesWhatAnotherImplementationWrote() {
        VaultHead head = VaultCipher.checked(MAIN, new VaultHead(
                VaultLock.PASSPHRASE, 1000, 7, ID, new byte[VaultHead.CHECK], NONCE));
        byte[] plain = new VaultEntries(List.of(entry("work", "https://api.github.com", "ghp_canary"))).bytes();
        assertThat(head.bytes()).isEqualTo(Arrays.copyOf(KNOWN, VaultHead.LENGTH));
        assertThat(VaultCipher.seal(MAIN, head, plain)).isEqualTo(BODY);
    }

    @Test
    void everyByteOfTheFileCounts() {
        for (int at = 0; at < KNOWN.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = KNOWN.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(opens(changed)).as("bit %d of byte %d", bit, at).isFalse();
            }
        }
        assertThat(opens(KNOWN)).isTrue();
    }

    @Test
    void noShorterOrLongerFileOpens() {
        for (int length = 0; length < KNOWN.length; length++) {
            assertThat(opens(Arrays.copyOf(KNOWN, length))).as("%d bytes", length).isFalse();
        }
        assertThat(opens(Arrays.copyOf(KNOWN, KNOWN.length + 1))).isFalse();
    }

    @Test
    void anotherPassphraseIsToldFromAChangedFile() throws VaultProblem {
        byte[] other = VaultCipher.stretch("grüße vom stellwerk".toCharArray(), ID, 1000);
        VaultHead head = VaultHead.parse(KNOWN);
        assertThat(VaultCipher.fits(other, head)).isFalse();
        byte[] changed = BODY.clone();
        changed[0] ^= 1;
        assertThat(VaultCipher.fits(MAIN, head)).isTrue();
        assertThat(VaultCipher.open(MAIN, head, changed)).isEmpty();
    }

    @Test
    void theCheckOfAVaultIsNotTheBeginningOfItsSealingKey() throws VaultProblem {
        VaultHead head = VaultHead.parse(KNOWN);
        VaultHead later = head.next(new byte[VaultHead.NONCE]);
        assertThat(later.writings()).isEqualTo(8);
        assertThat(VaultCipher.fits(MAIN, later)).as("the same key goes on").isTrue();
        assertThat(VaultCipher.open(MAIN, later, BODY)).as("but seals anew").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "S", "SIGNALB", "{\"version\": 1}", "-----BEGIN PGP MESSAGE-----", "SIGNALBY00000000"})
    void somethingElseIsNoVault(String text) {
        assertThatExceptionOfType(VaultProblem.class)
                .isThrownBy(() -> VaultHead.parse(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.FOREIGN));
    }

    @Test
    void aNewerFormIsToldFromDamage() {
        byte[] newer = KNOWN.clone();
        newer[8] = 2;
        assertThat(kindOf(newer)).isEqualTo(Kind.NEWER);
        assertThat(kindOf(Arrays.copyOf(newer, 9))).isEqualTo(Kind.NEWER);
        assertThat(kindOf(Arrays.copyOf(KNOWN, 40))).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void roundsThatWouldKeepAPersonWaitingForHoursAreDamage() {
        byte[] slow = KNOWN.clone();
        slow[10] = 0x7f;
        assertThat(kindOf(slow)).isEqualTo(Kind.DAMAGED);
        byte[] cheap = KNOWN.clone();
        cheap[12] = 0;
        assertThat(kindOf(cheap)).as("232 rounds").isEqualTo(Kind.DAMAGED);
    }

    @Test
    void entriesComeBackAsTheyWere() throws VaultProblem {
        VaultEntries entries = new VaultEntries(List.of())
                .with(entry("b", "https://b", "zwei"))
                .with(entry("a", "https://a", "eins ß 🚦"))
                .with(entry("b", "https://c", "drei"));
        VaultEntries back = VaultEntries.parse(entries.bytes());
        assertThat(back.all()).extracting(VaultEntry::name).containsExactly("a", "b");
        assertThat(back.named("a").orElseThrow().secret().reveal()).isEqualTo("eins ß 🚦");
        assertThat(back.named("b").orElseThrow().origin()).isEqualTo("https://c");
        assertThat(back.without("a").all()).extracting(VaultEntry::name).containsExactly("b");
        assertThat(back.named("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0001", "00010001", "0000ff", "0001000161000162ffff63", "0001000180000162000163"})
    void sealedBytesThatMakeNoSenseAreDamage(String hex) {
        assertThatExceptionOfType(VaultProblem.class)
                .isThrownBy(() -> VaultEntries.parse(HexFormat.of().parseHex(hex)))
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Kind.DAMAGED));
    }

    @Test
    void closingEntriesWipesTheirSecrets() {
        SecretText secret = SecretText.of("ghp_canary".toCharArray());
        new VaultEntries(List.of(new VaultEntry("work", "https://a", secret))).close();
        assertThat(secret.bytes()).containsOnly(0);
    }

    @Test
    void nothingPrintsASecret() {
        SecretText secret = SecretText.of("ghp_canary".toCharArray());
        VaultEntries entries = new VaultEntries(List.of(new VaultEntry("work", "https://a", secret)));
        assertThat(secret.toString() + entries + entries.all().getFirst() + new RingItem(MAIN, 3))
                .doesNotContain("canary").doesNotContain(HexFormat.of().formatHex(MAIN));
    }

    private static VaultEntry entry(String name, String origin, String secret) {
        return new VaultEntry(name, origin, SecretText.of(secret.toCharArray()));
    }

    private static boolean opens(byte[] file) {
        try {
            VaultHead head = VaultHead.parse(file);
            // Another number of rounds or another salt leads to another key.
            boolean same = head.rounds() == 1000 && Arrays.equals(head.id(), ID);
            byte[] main = same ? MAIN : VaultCipher.stretch("grüße vom Stellwerk".toCharArray(), head.id(), 1001);
            return VaultCipher.fits(main, head) && VaultCipher
                    .open(main, head, Arrays.copyOfRange(file, VaultHead.LENGTH, file.length))
                    .isPresent();
        } catch (VaultProblem told) {
            return false;
        }
    }

    private static Kind kindOf(byte[] file) {
        try {
            VaultHead.parse(file);
            throw new AssertionError("It is a vault");
        } catch (VaultProblem problem) {
            return problem.kind();
        }
    }
}
