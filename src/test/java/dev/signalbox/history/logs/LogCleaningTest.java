package dev.signalbox.history.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCleaningTest {

    private static final String TIME = "2026-11-20T14:01:55.1234567Z ";
    private final LogCleaning cleaning = new LogCleaning(new Redaction(List.of("correct-horse-battery")));

    @Test
    void leavesOrdinaryLinesAsTheyAre() {
        for (String line : List.of("", "plain", "\ttabs stay", TIME + "BUILD SUCCESS", "Grüße ✓ 漢字 😀")) {
            assertThat(cleaning.next(line)).isEqualTo(line);
        }
    }

    @Test
    void takesControlSequencesOut() {
        assertThat(cleaning.next("\u001b[31;1mFAILED\u001b[0m\u001b[2K here")).isEqualTo("FAILED here");
        assertThat(cleaning.next("\u001b]0;a title\u0007text\u001b]8;;https://x\u001b\\link")).isEqualTo("textlink");
        assertThat(cleaning.next("\u001b(Bplain\u001bM")).isEqualTo("plain");
        assertThat(cleaning.next("bell\u0007 null\0 nel\u0085")).isEqualTo("bell null nel");
    }

    @Test
    void anUnfinishedSequenceDoesNotSwallowTheText() {
        assertThat(cleaning.next("\u001b]0;never ended, and the error is here"))
                .contains("never ended, and the error is here");
        assertThat(cleaning.next("end\u001b")).isEqualTo("end");
    }

    @Test
    void takesDirectionMarksAndInvisibleCharactersOut() {
        assertThat(cleaning.next("a\u202eb\u200bc\u2066d\uFEFF")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "token ghp_16C7e42F292c6912E7710c838347Ae178B4a end",
        "ghp_16C7e42F\u001b[0m292c6912E7710c838347Ae178B4a",
        "ghp_16C7e42F\u200b292c6912E7710c838347Ae178B4a",
        "ghp_16C7e42F\r292c6912E7710c838347Ae178B4a",
        "ghp_16C7e42F\u001b]8;;x\u0007292c6912E7710c838347Ae178B4a",
        "\u001b[31mAuthorization: Bearer 16C7e42F292c6912E7710c838347Ae178B4a\u001b[0m",
        "https://ada:16C7e42F292c6912E7710c838347Ae178B4a@example.org/repo.git"
    })
    void hidesASecretHoweverItIsSplit(String line) {
        String safe = cleaning.next(line);
        assertThat(safe).contains(Redaction.MARK).doesNotContain("292c6912E7710c838347Ae178B4a");
    }

    @Test
    void hidesSecretsThatAreKnownExactly() {
        assertThat(cleaning.next("password is correct-horse-battery!")).doesNotContain("horse");
    }

    @Test
    void hidesEveryLineOfAPrivateKeyAndNothingAfterIt() {
        List<String> lines = Stream.of(
                "before", TIME + "-----BEGIN RSA PRIVATE KEY-----", TIME + "MIIEowIBAAKCAQEA7canary",
                TIME + "x9canary==",
                TIME + "-----END RSA PRIVATE KEY-----", "after")
                .map(cleaning::next)
                .toList();
        assertThat(lines.getFirst()).isEqualTo("before");
        assertThat(lines.getLast()).isEqualTo("after");
        assertThat(String.join("\n", lines)).doesNotContain("canary");
        assertThat(lines.get(2)).isEqualTo(TIME + Redaction.MARK);
    }

    @Test
    void aLoneOpeningOfAKeyDoesNotHideTheRestOfTheLog() {
        cleaning.next("-----BEGIN PRIVATE KEY-----");
        List<String> lines =
                IntStream.range(0, 130).mapToObj(n -> cleaning.next("line " + n)).toList();
        assertThat(lines.getFirst()).isEqualTo(Redaction.MARK);
        assertThat(lines.getLast()).isEqualTo("line 129");
    }

    @Test
    void showsACarriageReturnWithoutLosingText() {
        assertThat(cleaning.next("10%\r20%\r")).isEqualTo("10%‹CR›20%");
    }

    @Test
    void knowsTheTimeThatARunnerWrites() {
        assertThat(LogCleaning.withoutTime(TIME + "BUILD")).isEqualTo("BUILD");
        assertThat(LogCleaning.withoutTime("2026-11-20T14:01:55+01:00 x")).isEqualTo("x");
        assertThat(LogCleaning.withoutTime("on 2026-11-20T14:01:55Z")).isEqualTo("on 2026-11-20T14:01:55Z");
    }
}
