package dev.signalbox.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.logs.LineMatcher.Range;
import dev.signalbox.logs.LogQuery.Option;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogQueryTest {

    @Test
    void turnsItsOptionsRound() {
        LogQuery query = LogQuery.NOTHING.withText("a").toggled(Option.WHOLE_WORD).toggled(Option.EXPRESSION);
        assertThat(query.options()).containsExactlyInAnyOrder(Option.WHOLE_WORD, Option.EXPRESSION);
        assertThat(query.toggled(Option.WHOLE_WORD).has(Option.WHOLE_WORD)).isFalse();
        assertThat(query.withText("b").has(Option.EXPRESSION)).isTrue();
        assertThat(LogQuery.NOTHING.isEmpty()).isTrue();
    }

    @Test
    void saysWhyAnExpressionCannotBeRead() {
        assertThat(expression("a(b").problem()).startsWith("Not a regular expression: unclosed group");
        assertThat(expression("a{99999999999}").problem()).startsWith("Not a regular expression");
        assertThat(expression("(".repeat(400) + ")".repeat(400)).problem()).isEmpty();
        assertThat(expression("a.*b").problem()).isEmpty();
        assertThat(LogQuery.NOTHING.withText("a(b").problem()).as("it is plain text").isEmpty();
        assertThat(LogQuery.NOTHING.withText("x".repeat(2_000)).problem()).isEqualTo("That is too long to search for.");
    }

    @Test
    void saysWhyAnExpressionCannotBeReadAsAWordToo() {
        assertThat(expression("a)(b").toggled(Option.WHOLE_WORD).problem()).startsWith("Not a regular expression");
    }

    @Test
    void tellsWhereItStandsInALine() {
        LogQuery query = LogQuery.NOTHING.withText("ab");
        assertThat(LineMatcher.shown(query).ranges("ab xAB abc"))
                .containsExactly(new Range(0, 2), new Range(4, 6), new Range(7, 9));
        assertThat(LineMatcher.shown(query.toggled(Option.WHOLE_WORD)).ranges("ab xAB abc"))
                .containsExactly(new Range(0, 2));
        assertThat(LineMatcher.shown(query.toggled(Option.MATCH_CASE)).ranges("AB ab"))
                .containsExactly(new Range(3, 5));
        assertThat(LineMatcher.shown(expression("x*")).ranges("axxb")).containsExactly(new Range(1, 3));
    }

    @Test
    void givesUpOnTheScreenInsteadOfHanging() {
        assertThat(LineMatcher.shown(expression("(a+)+$")).ranges("a".repeat(5_000) + "!")).isEmpty();
        assertThat(LineMatcher.shown(expression("(a|b)*c")).ranges("ab".repeat(4_000))).isEmpty();
    }

    private static LogQuery expression(String text) {
        return new LogQuery(text, Set.of(Option.EXPRESSION));
    }
}
