package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signalbox.port.KeyRing;
import dev.signalbox.port.KeyRing.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LibraryKeyRingTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "No stored credentials match Signalbox account: vault 01", "Password not Found", "Password is not in wallet",
        "The specified item could not be found in the keychain.", "Password cannot be deleted, it is not in wallet"
    })
    void anItemThatIsNotThereIsMissing(String said) {
        assertThat(LibraryKeyRing.meaning(said)).isEqualTo(new Answer.Missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "User canceled the operation.", "User interaction is not allowed.", "Cannot get secret of a locked object",
        "The prompt was dismissed"
    })
    void aRingThatWasNotUnlockedIsLocked(String said) {
        assertThat(LibraryKeyRing.meaning(said)).isEqualTo(new Answer.Locked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "Too many stored credentials match Signalbox account: x", "canary"})
    void whatIsNotKnownIsNeitherEmptyNorLockedNorRepeated(String said) {
        assertThat(LibraryKeyRing.meaning(said)).isInstanceOf(Answer.Failed.class);
        assertThat(LibraryKeyRing.meaning(said).toString()).doesNotContain("canary");
    }

    /// Runs where the session has an open key ring, and is skipped elsewhere.
    @Test
    void keepsReadsAndForgetsInTheRealRing() {
        KeyRing ring = SystemKeyRing.open(Thread.ofPlatform().daemon().factory(), Duration.ofSeconds(10));
        String item = "test " + UUID.randomUUID();
        assumeTrue(ring.read(item).equals(new Answer.Missing()), "there is an open key ring");
        try {
            assertThat(ring.write(item, "1:first".toCharArray())).isEqualTo(new Answer.Done());
            assertThat(ring.write(item, "1:second".toCharArray())).isEqualTo(new Answer.Done());
            assertThat(ring.read(item)).isInstanceOfSatisfying(
                    Answer.Found.class, found -> assertThat(new String(found.text())).isEqualTo("1:second"));
        } finally {
            assertThat(ring.remove(item)).isEqualTo(new Answer.Done());
        }
        assertThat(ring.read(item)).isEqualTo(new Answer.Missing());
    }
}
