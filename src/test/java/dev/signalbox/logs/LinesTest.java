package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.logs.LogLine.Colour;
import dev.signalbox.logs.LogLine.Kind;
import dev.signalbox.logs.LogLine.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @Test
    void splitsTheTimeOff() {
        LogLine line = line("2026-11-20T14:01:55.1234567Z Running RankingIT");
        assertThat(line.time()).isEqualTo(Instant.parse("2026-11-20T14:01:55.1234567Z"));
        assertThat(line.text()).isEqualTo("Running RankingIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-11-20 is a day", "2026-11-20T14:01:55 without a zone", "2026-11-20T14:0x:55Z x", "2026-11-20T14:01:55Z",
    })
    void takesNothingElseForATime(String text) {
        assertThat(line(text + "").text()).satisfiesAnyOf(
                shown -> assertThat(shown).isEqualTo(text), shown -> assertThat(shown).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "##[error]Process completed with exit code 1., ERROR", "##[group]Run mvn verify, GROUP",
        "##[endgroup], ENDGROUP",
        "::error file=a.js::no, ERROR", "::warning::careful, WARNING", "::group::Build, GROUP",
        "[ERROR] it broke, ERROR",
        "[WARN] hm, WARNING", "[INFO] fine, PLAIN", "##[command]git fetch, COMMAND", "an ##[error] inside, PLAIN",
        "##[unknown]x, PLAIN", "::, PLAIN", "[, PLAIN",
        "ERROR main - cannot start, ERROR", "ERROR: no, ERROR", "FATAL oh, ERROR", "WARN  memory, WARNING",
        "WARNING: old, WARNING", "ERRORS 0, PLAIN", "WARNED, PLAIN", "ERROR, PLAIN",
    })
    void tellsWhatALineIsByItsMarker(String text, Kind kind) {
        assertThat(line(text).kind()).isEqualTo(kind);
        assertThat(line("2026-11-20T14:01:55Z " + text).kind()).isEqualTo(kind);
    }

    @Test
    void leavesATimeThatIsNoneInTheText() {
        LogLine line = line("2026-02-31T14:01:55Z impossible day");
        assertThat(line.time()).isNull();
        assertThat(line.text()).isEqualTo("2026-02-31T14:01:55Z impossible day");
    }

    @Test
    void readsTheSourceThatTheConsoleWroteAndNoOther() {
        LogLine line = marked("2026-11-20T14:01:55Z pay-1/app │ ERROR pay-2/app │ forged");
        assertThat(line.source()).isEqualTo("pay-1/app");
        assertThat(line.text()).isEqualTo("ERROR pay-2/app │ forged");
        assertThat(line.kind()).isEqualTo(Kind.ERROR);
        assertThat(line("a │ b").source()).as("a log of one container has no sources").isEmpty();
        assertThat(marked("no bar").source()).isEmpty();
    }

    @Test
    void findsTheMarkerBehindAColour() {
        assertThat(line("\u001b[31m[ERROR]\u001b[0m it broke").kind()).isEqualTo(Kind.ERROR);
    }

    @Test
    void followsColoursAndWeight() {
        assertThat(line("\u001b[1;31mred\u001b[0m normal \u001b[92mgreen").spans()).containsExactly(
                new Span("red", Colour.RED, true), new Span(" normal ", Colour.PLAIN, false),
                new Span("green", Colour.GREEN, false));
    }

    @ParameterizedTest
    @CsvSource({
        "38;5;9, RED", "38;5;46, GREEN", "38;5;240, GREY", "38;2;20;30;250, BLUE", "38:2:250:240:10, YELLOW", "2, GREY",
        "35, MAGENTA", "48;5;1, PLAIN", "48;2;255;0;0, PLAIN", "30;40, GREY", "37, PLAIN", "39, PLAIN",
        "38;5;999, PLAIN",
        "99999999999, PLAIN", "38;5, PLAIN", "8, PLAIN",
    })
    void takesFineShadesToTheNearestColourAndForgetsGrounds(String parameters, Colour colour) {
        LogLine line = line("\u001b[" + parameters + "mx");
        assertThat(line.spans()).containsExactly(new Span("x", colour, false));
        assertThat(line.hidden()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u001b]0;title\u0007", "\u001b]52;c;cm0gLXJmIH4=\u001b\\", "\u001b[2J", "\u001b[1A", "\u001bP$q\"p\u001b\\",
        "\u001b[?1049h", "\u001b[1000000000b", "\u001b(0", "\u009b2J", "\u009d0;t\u009c", "\u001bc", "\u001b[>4;1m",
        "\u0085",
    })
    void dropsAndCountsAllOtherSequences(String sequence) {
        LogLine line = line("FAILED" + sequence + " 12");
        assertThat(line.text()).isEqualTo("FAILED 12");
        assertThat(line.hidden()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b]0;", "\u001bP", "\u001b_", "\u001b[12;é", "\u009d8;;"})
    void letsNoUnfinishedSequenceSwallowText(String sequence) {
        assertThat(line("tests " + sequence + "FAILED é").text()).contains("FAILED é");
        assertThat(line("tests " + sequence).hidden()).isEqualTo(1);
    }

    @Test
    void showsBothWordsAroundACarriageReturn() {
        assertThat(line("FAILED\rPASSED").text()).isEqualTo("FAILED‹CR›PASSED");
        assertThat(line("done\r").text()).isEqualTo("done");
    }

    @Test
    void writesDeceivingCharactersOut() {
        assertThat(line("safe \u202Etxt\u200B").text()).isEqualTo("safe ‹U+202E›txt‹U+200B›");
        assertThat(line("a\u0000b\u0008").text()).isEqualTo("a‹NUL›b‹BS›");
    }

    @Test
    void keepsColumnsOfTabs() {
        assertThat(line("a\tb").text()).isEqualTo("a       b");
    }

    @Test
    void showsBytesThatAreNoTextAsReplacements() {
        LogLine line = Lines.of(new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b'}, 0, 4, 0, false, false);
        assertThat(line.text()).isEqualTo("a\ufffd\ufffdb");
    }

    @Test
    void cutsBetweenCharacters() {
        byte[] bytes = "ab\u20ac".getBytes(StandardCharsets.UTF_8);
        assertThat(Lines.of(bytes, 0, 4, 100, false, false).text()).isEqualTo("ab");
    }

    @Test
    void forgetsTheByteOrderMarkOfTheFirstLineOnly() {
        byte[] bytes = "\ufeffx".getBytes(StandardCharsets.UTF_8);
        assertThat(Lines.of(bytes, 0, bytes.length, 0, true, false).text()).isEqualTo("x");
        assertThat(Lines.of(bytes, 0, bytes.length, 0, false, false).text()).isEqualTo("‹U+FEFF›x");
    }

    private static LogLine marked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Lines.of(bytes, 0, bytes.length, 0, false, true);
    }

    private static LogLine line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Lines.of(bytes, 0, bytes.length, 0, false, false);
    }
}
