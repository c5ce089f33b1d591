package dev.signalbox.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where one unit ends and the next begins.
class BoundariesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "59,59 s,59 s", "60,1 m 00 s,1 m", "3599,59 m 59 s,59 m", "3600,1 h 00 m,1 h", "86399,23 h 59 m,23 h",
        "86400,1 d,1 d", "90000,1 d 1 h,1 d", "-1,0 s,0 s"
    })
    void aLengthChangesItsUnitExactlyWhereTheNextBegins(long seconds, String words, String brief) {
        assertThat(Durations.words(Duration.ofSeconds(seconds))).isEqualTo(words);
        assertThat(Durations.brief(Duration.ofSeconds(seconds))).isEqualTo(brief);
    }

    @Test
    void partsOfASecondAreNow() {
        assertThat(Durations.ago(NOON.minusMillis(999), NOON)).isEqualTo("just now");
        assertThat(Durations.ago(NOON.minusMillis(1_000), NOON)).isEqualTo("1 s ago");
        assertThat(Durations.until(NOON.plusMillis(999), NOON)).isEqualTo("now");
        assertThat(Durations.until(NOON.plusMillis(1_000), NOON)).isEqualTo("in 1 s");
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "1500,500", "59000,1000", "60000,60000", "119999,1", "3600000,3600000", "90000000,82800000",
        "-5000,6000"})
    void anAgeReadsTheSameUntilItsUnitIsFull(long ageMillis, long leftMillis) {
        Instant then = NOON.minusMillis(ageMillis);
        Instant until = Durations.readsTheSameUntil(then, NOON);

        assertThat(Duration.between(NOON, until)).isEqualTo(Duration.ofMillis(leftMillis));
        assertThat(Durations.ago(then, until.minusMillis(1))).isEqualTo(Durations.ago(then, NOON));
        assertThat(Durations.ago(then, until)).isNotEqualTo(Durations.ago(then, NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B", "999,999 B", "1000,1.0 kB", "99999,99.9 kB", "100000,100 kB", "999999,999 kB", "1000000,1.0 MB",
        "999999999,999 MB", "1000000000000,1.0 TB", "5000000000000000,5000 TB"
    })
    void aSizeChangesItsUnitExactlyWhereTheNextBegins(long bytes, String words) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0 jobs", "1,1 job", "2,2 jobs", "1000,1\u202f000 jobs"})
    void onlyOneIsSingular(long number, String words) {
        assertThat(Numbers.counted(number, "job", "jobs")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-999,−999", "1000,1\u202f000", "999999,999\u202f999", "1000000,1\u202f000\u202f000"})
    void aGapStandsOnlyBetweenFullThrees(long number, String words) {
        assertThat(Numbers.grouped(number)).isEqualTo(words);
    }
}
