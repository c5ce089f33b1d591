package dev.signalbox.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.editor.BoardTexts.Problem;
import dev.signalbox.ui.editor.BoardTexts.Way;
import dev.signalbox.ui.editor.EditorCard.Change;
import dev.signalbox.ui.editor.EditorRows.Findings;
import dev.signalbox.ui.widget.Mark;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditorRowsTest {

    private final FakeTexts file = new FakeTexts();

    @Test
    void aTextThatIsAsItWasCannotBeProposed() {
        EditorCard card = card(FakeTexts.OLD, "Title");
        assertThat(card.pill()).isEqualTo("unchanged");
        assertThat(card.mark()).isEqualTo(Mark.GOOD);
        assertThat(card.press()).isEqualTo("Propose change…");
        assertThat(card.pressable()).isFalse();
        assertThat(card.hint()).isEqualTo("Nothing is changed yet.");
        assertThat(card.changes()).isEmpty();
    }

    @Test
    void aGoodChangeWithATitleCan() {
        EditorCard card = card(FakeTexts.OLD + "# more\n", "Say more");
        assertThat(card.pill()).isEqualTo("valid");
        assertThat(card.pressable()).isTrue();
        assertThat(card.titled()).isTrue();
        assertThat(card.changes()).contains(new Change("+", 4, "# more"));
        assertThat(card(FakeTexts.OLD + "# more\n", " ").hint()).isEqualTo("Say in the title what the change does.");
    }

    @Test
    void problemsComeFirstAndHoldItBack() {
        EditorCard card = card(FakeTexts.OLD + "wrong: x\n", "Title");
        assertThat(card.pill()).isEqualTo("one problem");
        assertThat(card.mark()).isEqualTo(Mark.BAD);
        assertThat(card.problems()).containsExactly(new Problem(4, "\"wrong\" is not known; write \"right\""));
        assertThat(card.pressable()).isFalse();
        assertThat(card(FakeTexts.OLD + "wrong: x\nwrong: y\n", "Title").pill()).isEqualTo("2 problems");
    }

    @Test
    void charactersThatHideOrReorderAreAProblemWithTheirLine() {
        EditorCard card = card(FakeTexts.OLD + "# \u202eevil\n", "Title");
        assertThat(card.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.sentence()).contains("‹U+202E›").doesNotContain("\u202e");
        });
        assertThat(card.changes()).extracting(Change::text).noneMatch(text -> text.contains("\u202e"));
        assertThat(card(FakeTexts.OLD + "# a\tb\n", "Title").problems()).as("a tab hides nothing").isEmpty();
    }

    @Test
    void tellsWhatProtectsLess() {
        assertThat(card("version: 1\n", "Title").weakened())
                .containsExactly("Environment production: a press is enough");
        assertThat(card("version: 1\n", "Title").pressable()).as("the plan warns").isTrue();
    }

    @Test
    void whatWasFoundInAnEarlierTextDoesNotLetThisOnePass() {
        Findings earlier = Findings.of(FakeTexts.OLD, FakeTexts.OLD, file.check(FakeTexts.OLD));
        EditorCard card = EditorRows.of("the team file", file.opened, FakeTexts.OLD + "x", "Title", earlier, "");
        assertThat(card.pressable()).isFalse();
        assertThat(card.hint()).isEqualTo("Checking the text…");
        EditorCard nothing = EditorRows.of("the team file", file.opened, FakeTexts.OLD + "x", "Title", null, "");
        assertThat(nothing.pill()).isEqualTo("checking");
        assertThat(nothing.pressable()).isFalse();
    }

    @Test
    void thisMachinesFileIsSavedWithoutATitle() {
        FakeTexts own = FakeTexts.own();
        String text = FakeTexts.OLD + "# x\n";
        EditorCard card = EditorRows.of(
                own.name(), own.opened, text, "", Findings.of(FakeTexts.OLD, text, own.check(text)), "Saved.");
        assertThat(card.press()).isEqualTo("Save");
        assertThat(card.pressable()).isTrue();
        assertThat(card.titled()).isFalse();
        assertThat(card.notice()).isEqualTo("Saved.");
    }

    @Test
    void whereNothingCanBecomeOfItThereIsNoButton() {
        Opened look = new Opened("x", FakeTexts.OLD, FakeTexts.OLD, "Not connected.\u202e", new Way.Look());
        EditorCard card = EditorRows.of(
                "the team file", look, "version: 2\n", "T",
                Findings.of(FakeTexts.OLD, "version: 2\n", file.check("version: 2\n")), "");
        assertThat(card.press()).isEmpty();
        assertThat(card.pressable()).isFalse();
        assertThat(card.notice()).isEqualTo("Not connected.‹U+202E›");
    }

    @Test
    void aLongDifferenceIsShownInPart() {
        String many = IntStream.range(0, 900).mapToObj(i -> "# " + i + "\n").collect(Collectors.joining());
        EditorCard card = card(many, "Title");
        assertThat(card.changes()).hasSize(401).last()
                .satisfies(change -> assertThat(change.text()).endsWith(" more lines"));
        String wrong = IntStream.range(0, 900).mapToObj(i -> "wrong\n").collect(Collectors.joining());
        assertThat(card(wrong, "Title").problems()).hasSize(50);
    }

    private EditorCard card(String text, String title) {
        return EditorRows.of(
                file.name(), file.opened, text, title, Findings.of(FakeTexts.OLD, text, file.check(text)), "");
    }
}
