package dev.signalbox.domain.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    private static Version version(String written) {
        return Version.parse(written).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.0, 1.4.0", "v1.4.0, 1.4.0", "V1.4.0, 1.4.0", "1.4, 1.4.0", "0.1.0-SNAPSHOT, 0.1.0-SNAPSHOT",
        "1.0.0-rc.2+build.7, 1.0.0-rc.2", "999999999.0.0, 999999999.0.0", "1.0.0--, 1.0.0--"
    })
    void readsWhatProjectsWrite(String written, String read) {
        assertThat(version(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "latest", "1", "1.", "1.2.", "1.2.3.4", "01.2.3", "1.02.3", "1.2.3-01", "1.2.3-", "1.2.3-a..b",
        "-1.2.3",
        "1.2.3 ", " 1.2.3", "1.2.3\n", "1.2.3-\u202Erc", "١.٢.٣", "1.2.3-é", "9999999999.0.0", "1.2.3+", "1,2,3",
        "v v1.2.3", "<b>1.2.3</b>", "1.2.3-rc;rm"
    })
    void whatIsNoVersionIsRefused(String odd) {
        assertThat(Version.parse(odd)).isEmpty();
    }

    @Test
    void aHugeTextIsRefusedWithoutBeingRead() {
        assertThat(Version.parse("1.2.3-" + "a".repeat(55))).isEmpty();
        assertThat(Version.parse("1.".repeat(1_000_000))).isEmpty();
        assertThat(Version.parse("1.2.3-" + "a".repeat(54))).isPresent();
    }

    @Test
    void theyAreOrderedAsSemverSays() {
        List<Version> ordered = List.of(
                version("0.9.9"), version("1.0.0-0"), version("1.0.0-2"), version("1.0.0-11"), version("1.0.0-alpha"),
                version("1.0.0-alpha.1"), version("1.0.0-alpha.beta"), version("1.0.0-beta"), version("1.0.0-beta.2"),
                version("1.0.0-beta.11"), version("1.0.0-rc.1"), version("1.0.0"), version("1.0.1"), version("1.2.0"),
                version("1.10.0"), version("2.0.0"), version("10.0.0"));
        List<Version> shuffled = new ArrayList<>(ordered.reversed());
        shuffled.add(shuffled.remove(5));
        shuffled.sort(null);
        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void numbersThatNoTypeHoldsAreComparedToo() {
        assertThat(version("1.0.0-99999999999999999999999")).isGreaterThan(version("1.0.0-99999999999999999999998"))
                .isLessThan(version("1.0.0-100000000000000000000000"));
    }

    @Test
    void onlyALaterOneIsNewer() {
        assertThat(version("0.2.0").isNewerThan(version("0.1.0"))).isTrue();
        assertThat(version("0.1.0").isNewerThan(version("0.1.0-SNAPSHOT"))).isTrue();
        assertThat(version("0.1.0").isNewerThan(version("v0.1"))).isFalse();
        assertThat(version("0.1.0").isNewerThan(version("0.2.0"))).isFalse();
        assertThat(version("1.0.0+2").isNewerThan(version("1.0.0+1"))).isFalse();
    }
}
