package dev.signalbox.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterFingerprintTest {

    private static final ClusterFingerprint SEEN = new ClusterFingerprint("https://eu:6443", "c0ffee", "uid-1");

    @ParameterizedTest
    @CsvSource({
        "https://eu:6443, c0ffee, uid-1, ''", "https://eu:6443, c0ffee, '', ''",
        "https://us:6443, c0ffee, uid-1, the server was https://eu:6443 and is https://us:6443",
        "https://eu:6443, beef, uid-1, other certificates are believed for it",
        "https://eu:6443, '', uid-1, other certificates are believed for it",
        "https://eu:6443, c0ffee, uid-2, its identity was uid-1 and is uid-2"
    })
    void tellsWhatIsOtherwise(String server, String authority, String uid, String words) {
        ClusterFingerprint later = new ClusterFingerprint(server, authority, uid);

        assertThat(String.join("; ", SEEN.differences(later))).isEqualTo(words);
        assertThat(SEEN.mayBe(later)).isEqualTo(words.isEmpty());
    }

    @Test
    void tellsEverythingThatIsOtherwise() {
        assertThat(SEEN.differences(new ClusterFingerprint("https://us", "", "uid-2"))).hasSize(3);
    }

    @Test
    void learnsAnIdentityThatWasNotReadableBefore() {
        ClusterFingerprint blind = new ClusterFingerprint("https://eu:6443", "c0ffee", "");

        assertThat(blind.mayBe(SEEN)).isTrue();
        assertThat(blind.or(SEEN)).isEqualTo(SEEN);
        assertThat(SEEN.or(new ClusterFingerprint("https://eu:6443", "c0ffee", "uid-2"))).isEqualTo(SEEN);
    }
}
