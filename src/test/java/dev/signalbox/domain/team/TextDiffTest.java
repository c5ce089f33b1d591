package dev.signalbox.domain.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.team.TextDiff.Kind;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void equalTextsDifferInNothing() {
        assertThat(TextDiff.of("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(TextDiff.of("", "")).isEmpty();
    }

    @Test
    void tellsAChangedLineAsGoneAndNewWithItsNeighbours() {
        assertThat(words("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nX\ne\nf\ng\n"))
                .containsExactly("=2 b", "=3 c", "-4 d", "+4 X", "=5 e", "=6 f");
    }

    @Test
    void theFirstTextIsAllNew() {
        assertThat(words("", "a\nb\n")).containsExactly("+1 a", "+2 b");
        assertThat(words("a\n", "")).containsExactly("-1 a");
    }

    @Test
    void linesThatAreLeftOutAreAGap() {
        String before = IntStream.range(0, 20).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        String after = before.replaceFirst("^0\n", "zero\n").replaceFirst("\n19$", "\nnineteen");
        assertThat(words(before, after)).containsExactly(
                "-1 0", "+1 zero", "=2 1", "=3 2", "~0 ", "=18 17", "=19 18", "-20 19", "+20 nineteen");
    }

    @Test
    void aMovedLineIsGoneHereAndNewThere() {
        assertThat(words("a\nb\nc\n", "b\nc\na\n")).containsExactly("-1 a", "=1 b", "=2 c", "+3 a");
    }

    @Test
    void whatIsFarTooLargeIsToldAsReplacedAndQuickly() {
        String before = IntStream.range(0, 30_000).mapToObj(i -> "old " + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 30_000).mapToObj(i -> "new " + i).collect(Collectors.joining("\n"));
        List<TextDiff.Line> lines = TextDiff.of(before, after);
        assertThat(lines).hasSize(2_000).allMatch(l -> l.kind() == Kind.REMOVED);
    }

    /// Whatever the two texts are: without what is new the difference is the old one, without what is gone the new one.
    @Test
    void isAlwaysTrueOfBothTexts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 300; round++) {
            List<String> old = random.ints(random.nextInt(6), 0, 3).mapToObj(String::valueOf).toList();
            List<String> now = random.ints(random.nextInt(6), 0, 3).mapToObj(String::valueOf).toList();
            List<TextDiff.Line> lines = TextDiff.of(String.join("\n", old), String.join("\n", now));
            if (lines.isEmpty()) {
                assertThat(now).isEqualTo(old);
            } else if (lines.stream().noneMatch(l -> l.kind() == Kind.GAP) && lines.getFirst().number() == 1) {
                assertThat(without(lines, Kind.ADDED)).as("%s to %s", old, now)
                        .isEqualTo(old.subList(0, without(lines, Kind.ADDED).size()));
                assertThat(without(lines, Kind.REMOVED)).as("%s to %s", old, now)
                        .isEqualTo(now.subList(0, without(lines, Kind.REMOVED).size()));
            }
        }
    }

    private static List<String> without(List<TextDiff.Line> lines, Kind kind) {
        return lines.stream().filter(l -> l.kind() != kind).map(TextDiff.Line::text).toList();
    }

    private static List<String> words(String before, String after) {
        return TextDiff.of(before, after).stream().map(l -> switch (l.kind()) {
            case SAME -> "=";
            case ADDED -> "+";
            case REMOVED -> "-";
            case GAP -> "~";
        } + l.number() + " " + l.text()).toList();
    }
}
