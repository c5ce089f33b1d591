package dev.signalbox.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "feature/ünïcode", "リリース", "Привет", "عربي", "v1.2.3-rc.1", "a 👍 b", "<b>x</b>",
        "☎️"})
    void leavesOrdinaryNamesAlone(String name) {
        assertThat(SafeText.line(name)).isEqualTo(name);
        assertThat(SafeText.deceives(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "202E, deploy-\u202egnigats, deploy-‹U+202E›gnigats",
        "2066, prod\u2066x\u2069, prod‹U+2066›x‹U+2069›",
        "200B, pro\u200bd, pro‹U+200B›d",
        "200D, v1.2\u200d.3, v1.2‹U+200D›.3",
        "00AD, pro\u00add, pro‹U+00AD›d",
        "00A0, a\u00a0b, a‹U+00A0›b",
        "2028, a\u2028b, a‹U+2028›b",
        "0085, a\u0085b, a‹U+0085›b",
        "3164, a\u3164b, a‹U+3164›b",
        "FEFF, \ufeffa, ‹U+FEFF›a",
        "D83D, a\ud83d, a‹U+D83D›",
        "E0067, a\udb40\udc67, a‹U+E0067›",
        "E000, a\ue000, a‹U+E000›"
    })
    void writesOutWhatReordersOrHides(String code, String hostile, String shown) {
        assertThat(SafeText.line(hostile)).isEqualTo(shown).contains("U+" + code);
        assertThat(SafeText.deceives(hostile)).isTrue();
    }

    /// Versions and names are looked at thousands of times a second.
    @Test
    void plainTextIsNotCopied() {
        StringBuilder printable = new StringBuilder();
        for (char c = ' '; c <= '~'; c++) {
            printable.append(c);
        }
        String plain = printable.toString();

        assertThat(SafeText.line(plain)).isSameAs(plain);
        assertThat(SafeText.lines(plain)).isSameAs(plain);
        assertThat(SafeText.line(plain + '\u007f')).isEqualTo(plain + "‹DEL›");
        assertThat(SafeText.line('\u001f' + plain)).isEqualTo("‹US›" + plain);
        assertThat(SafeText.line("é" + plain)).isEqualTo("é" + plain);
    }

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(SafeText.line("FAILED\rPASSED")).isEqualTo("FAILED‹CR›PASSED");
        assertThat(SafeText.line("a\tb\nc\u0000d\u007f")).isEqualTo("a‹TAB›b‹LF›c‹NUL›d‹DEL›");
        assertThat(SafeText.line("\u001b[2K\u001b]0;owned\u0007")).isEqualTo("‹ESC›[2K‹ESC›]0;owned‹BEL›");
    }

    @Test
    void keepsLinesWhereLinesAreMeant() {
        assertThat(SafeText.lines("one\r\ntwo\n\tthree\rfour")).isEqualTo("one\ntwo\n\tthree‹CR›four");
        assertThat(SafeText.lines("abcdef", 4)).isEqualTo("abc…");
        assertThat(SafeText.lines("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void showsBothEndsOfALongName() {
        String pushed = "v1.0.0" + " ".repeat(300) + "-rc1";
        assertThat(SafeText.line(pushed, 20)).hasSize(20).startsWith("v1.0.0").contains("…").endsWith("-rc1");
        assertThat(SafeText.shortened("👍👍👍👍👍", 3)).isEqualTo("👍…👍");
        assertThat(SafeText.line("short", 20)).isEqualTo("short");
    }

    @Test
    void doesLittleWorkForHugeText() {
        String huge = "x".repeat(20_000_000);
        assertThat(SafeText.line(huge, 100)).hasSize(100);
        assertThat(SafeText.lines(huge, 100)).hasSize(100);
    }

    @Test
    void stopsStackedAccentsFromClimbingIntoOtherLines() {
        String zalgo = "p" + "\u0335".repeat(40) + "rod";
        assertThat(SafeText.line(zalgo)).startsWith("p\u0335\u0335\u0335‹U+0335›").endsWith("rod");
    }

    @Test
    void leavesNoDirectionOrControlCharacterWhateverComes() {
        String everything = IntStream.rangeClosed(0, 0xffff)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(SafeText.line(everything).codePoints().filter(c -> c != ' ')
                .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        || Character.isSpaceChar(c)))
                .isEmpty();
    }

    @Test
    void wrapsANameSoThatItsDirectionStaysInside() {
        assertThat(SafeText.isolated("عربي")).isEqualTo("\u2066عربي\u2069");
    }
}
