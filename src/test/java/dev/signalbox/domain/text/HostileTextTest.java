package dev.signalbox.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever text comes: rules that must hold for all of it, over every code point and many random texts.
class HostileTextTest {

    private static final String SECRET = "ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";

    @Test
    void noCodePointThatActsIsLeftInALine() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> {
            String safe = SafeText.line("a" + Character.toString(c) + "b");
            boolean vanished = !safe.startsWith("a") || !safe.endsWith("b") || safe.length() < 3;
            return vanished || acts(safe);
        }).mapToObj(Integer::toHexString)).isEmpty();
    }

    @Test
    void linesKeepLineFeedsAndTabsOnly() {
        IntStream.rangeClosed(0, 0x2fff).filter(c -> c != '\n' && c != '\t').forEach(c -> {
            String safe = SafeText.lines("a" + Character.toString(c) + "b");
            assertThat(acts(safe)).as("U+%04X", c).isFalse();
        });
        assertThat(SafeText.lines("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\nc‹CR›d");
    }

    @Test
    void whatIsSafeStaysAsItIs() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String safe = SafeText.line(text(random));
            assertThat(SafeText.line(safe)).isEqualTo(safe);
            assertThat(SafeText.deceives(safe)).isFalse();
        }
    }

    @Test
    void noLimitIsExceededWhateverTheText() {
        Random random = new Random(43);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            int longest = 3 + random.nextInt(60);
            for (String safe : List.of(SafeText.line(text, longest), SafeText.lines(text, longest))) {
                assertThat(safe.codePointCount(0, safe.length())).isLessThanOrEqualTo(longest);
                assertThat(acts(safe.replaceAll("[\n\t]", ""))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 100})
    void twoLongNamesThatDifferAtAnEndAreToldApart(int padding) {
        String start = "v1.0.0" + " ".repeat(300) + "x".repeat(padding);
        assertThat(SafeText.line(start + "-rc1", 40)).isNotEqualTo(SafeText.line(start + "-rc2", 40));
        assertThat(SafeText.line("1" + start, 40)).isNotEqualTo(SafeText.line("2" + start, 40));
        assertThat(SafeText.line(start + "-rc1", 40)).endsWith("-rc1").startsWith("v1.0.0");
    }

    @Test
    void noPieceOfAKnownSecretSurvivesWhereverItStands() {
        Redaction redaction = new Redaction(List.of(SECRET));
        Random random = new Random(44);
        for (int i = 0; i < 1_000; i++) {
            int from = random.nextInt(SECRET.length() - 6);
            int to = from + 6 + random.nextInt(SECRET.length() - from - 5);
            String piece = SECRET.substring(from, to);
            String text = noise(random) + piece + noise(random);
            String known = redaction.hideKnown(text);
            String hidden = redaction.hide(text);
            for (int at = 4; at + 6 <= SECRET.length(); at++) {
                String six = SECRET.substring(at, at + 6);
                assertThat(known).doesNotContain(six);
                assertThat(hidden).doesNotContain(six);
            }
        }
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        Redaction redaction = new Redaction(List.of(SECRET, "short"));
        for (String text : List.of("", "a short story", "github.com/acme", "Zq3xK", "bearer of news", "secret=")) {
            assertThat(redaction.hideKnown(text)).isEqualTo(text);
        }
        assertThat(redaction.hide("build 641 of main failed after 7 m 31 s at 5f2c1d9"))
                .isEqualTo("build 641 of main failed after 7 m 31 s at 5f2c1d9");
    }

    private static boolean acts(String text) {
        return text.codePoints().anyMatch(c -> c != ' ' && switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> true;
            default -> false;
        });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append("\u202e\u200b\u0301\u2066\r\u001b".charAt(random.nextInt(6)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(" .,:/=".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
