package dev.signalbox.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTimesTest {

    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");

    @Test
    void tellsTheClockInUtc() {
        assertThat(LogTimes.CLOCK.words(START.plusSeconds(61), START)).isEqualTo("14:01:01");
        assertThat(LogTimes.CLOCK.words(null, START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, +0:00.0", "400, +0:00.4", "62_450, +1:02.4", "3_599_999, +59:59.9", "3_600_000, +1:00:00.0",
        "-1_500, −0:01.5", "90_000_000, +25:00:00.0",
    })
    void tellsWhatPassedSinceTheStart(String millis, String words) {
        Instant time = START.plusMillis(Long.parseLong(millis.replace("_", "")));
        assertThat(LogTimes.SINCE_START.words(time, START)).isEqualTo(words);
    }

    @Test
    void tellsTheClockWhenNoStartIsKnown() {
        assertThat(LogTimes.SINCE_START.words(START, null)).isEqualTo("14:00:00");
    }

    @Test
    void tellsNothingWhenOff() {
        assertThat(LogTimes.OFF.words(START, START)).isEmpty();
    }

    @Test
    void goesRound() {
        assertThat(LogTimes.CLOCK.next().next().next()).isEqualTo(LogTimes.CLOCK);
    }
}
