package dev.signalbox.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,0 s", "-5,0 s", "41,41 s", "192,3 m 12 s", "65,1 m 05 s", "7440,2 h 04 m", "352800,4 d 2 h",
        "86400,1 d"})
    void writesLengthsInTwoUnits(long seconds, String words) {
        assertThat(Durations.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"22,22 s", "245,4 m", "7300,2 h", "600000,6 d"})
    void writesLengthsBriefly(long seconds, String words) {
        assertThat(Durations.brief(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void tellsHowLongAgo() {
        assertThat(Durations.ago(NOON.minusSeconds(41), NOON)).isEqualTo("41 s ago");
        assertThat(Durations.ago(NOON, NOON)).isEqualTo("just now");
        assertThat(Durations.ago(NOON.plusSeconds(9), NOON)).isEqualTo("just now");
        assertThat(Durations.ago(null, NOON)).isEqualTo("at an unknown time");
        assertThat(Durations.age(null, NOON)).isEqualTo("?");
        assertThat(Durations.age(NOON.minusSeconds(70), NOON)).isEqualTo("1 m");
        assertThat(Durations.until(NOON.plusSeconds(3), NOON)).isEqualTo("in 3 s");
        assertThat(Durations.until(NOON.minusSeconds(3), NOON)).isEqualTo("now");
    }

    @Test
    void groupsDigitsByThrees() {
        assertThat(Numbers.grouped(4182)).isEqualTo("4\u202f182");
        assertThat(Numbers.grouped(999)).isEqualTo("999");
        assertThat(Numbers.grouped(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(Numbers.grouped(-1_000)).isEqualTo("−1\u202f000");
        assertThat(Numbers.grouped(-7)).isEqualTo("−7");
        assertThat(Numbers.grouped(Long.MIN_VALUE))
                .isEqualTo("−9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
        assertThat(Numbers.grouped(Long.MAX_VALUE)).startsWith("9\u202f223").endsWith("\u202f807");
        assertThat(Numbers.counted(1, "commit", "commits")).isEqualTo("1 commit");
        assertThat(Numbers.counted(14, "commit", "commits")).isEqualTo("14 commits");
    }

    @ParameterizedTest
    @CsvSource({"812,812 B", "1200,1.2 kB", "12400000,12.4 MB", "126000000,126 MB", "3000000000,3.0 GB"})
    void writesSizes(long bytes, String words) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void namesTheDayOnlyWhenItIsAnother() {
        TimeOfDay berlin = new TimeOfDay(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.words(NOON, NOON.plusSeconds(60))).isEqualTo("13:00:00");
        assertThat(berlin.words(NOON.minusSeconds(86_400), NOON)).isEqualTo("19 Nov 13:00");
    }

    @Test
    void hasWordsAndAdviceForEveryProblem() {
        List<RemoteProblem> all = List.of(
                new RemoteProblem.Unreachable("connection refused", Sent.NOTHING),
                new RemoteProblem.Unauthorized("Bad credentials"),
                new RemoteProblem.Forbidden("Resource not accessible", "actions:write"),
                new RemoteProblem.Forbidden("Resource not accessible", null),
                new RemoteProblem.NotFound("Not Found"),
                new RemoteProblem.Conflict("already completed"),
                new RemoteProblem.Rejected("no such input", 422),
                new RemoteProblem.RateLimited("API rate limit exceeded", NOON.plusSeconds(600)),
                new RemoteProblem.ServerFault("", 502),
                new RemoteProblem.Unreadable("HTML in place of JSON"),
                new RemoteProblem.NotKept("The disk is full"));
        assertThat(all).allSatisfy(problem -> {
            assertThat(Problems.brief(problem, NOON)).isNotEmpty().hasSizeLessThan(40);
            assertThat(Problems.sentence(problem, NOON)).contains(problem.detail()).endsWith(".");
            assertThat(Problems.advice(problem)).endsWith(".");
        });
        assertThat(Problems.sentence(all.get(2), NOON))
                .isEqualTo("The credential lacks “actions:write”: Resource not accessible.");
        assertThat(Problems.brief(all.get(7), NOON)).isEqualTo("limit reached, goes on in 10 m");
        assertThat(Problems.sentence(all.get(8), NOON)).isEqualTo("The server failed (502).");
        assertThat(Problems.advice(all.getLast())).contains("this machine's disk").doesNotContain("proxy");
    }
}
