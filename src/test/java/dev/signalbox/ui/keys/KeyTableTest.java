package dev.signalbox.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.logs.LogView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {

    private final RememberedKeys memory = new RememberedKeys(Map.of());
    private final KeyTable table = new KeyTable(memory);
    private final List<String> pressed = new ArrayList<>();

    @Test
    void noTwoCommandsComeWithTheSameKeys() {
        assertThat(Stream.of(KeyCommand.values()).map(table::caps)).doesNotHaveDuplicates();
        assertThat(KeyCommand.values()).allMatch(command -> KeyCaps.canCommand(command.preset()));
    }

    @Test
    void everyKeyThatTheLogSpeaksOfIsInTheTableOrEveryProgramsOwn() {
        List<String> known = Stream.of(KeyCommand.values()).map(table::caps).toList();
        assertThat(LogView.keyGroup().lines()).allMatch(
                line -> known.contains(line.keys()) || List.of("Enter", "Ctrl C").contains(line.keys()));
    }

    @ParameterizedTest
    @CsvSource({
        "FIND, Ctrl K", "REFRESH, F5", "THEME, Ctrl Shift L", "SETTINGS, 'Ctrl ,'", "FOLD, Alt −", "UNFOLD, Alt =",
        "PREVIOUS_HIT, Shift F3", "SCREEN_3, Ctrl 3", "CONFIRM, Ctrl Enter"
    })
    void saysKeysAsTheyStandOnTheCaps(KeyCommand command, String caps) {
        assertThat(table.caps(command)).isEqualTo(caps);
    }

    @Test
    void pressesThePresetKeysInPlaceOfTheChosen() {
        assertThat(table.bind(KeyCommand.ROLL_BACK, keys("Alt+B"))).isEmpty();
        press(KeyCode.B, false, false, true);
        assertThat(pressed).containsExactly("Ctrl R");
        press(KeyCode.R, true, false, false);
        assertThat(pressed).as("its old keys do nothing").containsExactly("Ctrl R");
        press(KeyCode.K, true, false, false);
        assertThat(pressed).as("others are as they were").containsExactly("Ctrl R", "Ctrl K");
    }

    @Test
    void keysThatTwoCommandsExchangeDoNotGoRoundInCircles() {
        table.bind(KeyCommand.NEXT_HIT, keys("F9"));
        table.bind(KeyCommand.REFRESH, keys("F3"));
        table.bind(KeyCommand.NEXT_HIT, keys("F5"));
        press(KeyCode.F5, false, false, false);
        press(KeyCode.F3, false, false, false);
        assertThat(pressed).containsExactly("F3", "F5");
    }

    @Test
    void tellsAConflictByName() {
        assertThat(table.bind(KeyCommand.WRAP, keys("Shortcut+K")))
                .isEqualTo("Ctrl K is taken by “Find a service, run, commit or action”. Change that one first.");
        assertThat(table.caps(KeyCommand.WRAP)).isEqualTo("Alt Z");
        table.bind(KeyCommand.FIND, keys("Shortcut+P"));
        assertThat(table.bind(KeyCommand.WRAP, keys("Shortcut+K"))).as("it is free now").isEmpty();
        assertThat(table.reset(KeyCommand.FIND)).contains("taken by “Wrap lines”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Shift+A", "Enter", "Shortcut+Left", "Alt+Home", "Shift+Tab"})
    void refusesWhatWritesOrMoves(String keys) {
        assertThat(table.bind(KeyCommand.FIND, keys(keys))).contains("alone writes or moves");
        assertThat(table.isChosen(KeyCommand.FIND)).isFalse();
    }

    @Test
    void remembersWhatDiffersFromThePresetAlone() {
        table.bind(KeyCommand.FIND, keys("Shortcut+P"));
        table.bind(KeyCommand.REFRESH, keys("F6"));
        assertThat(memory.kept).containsOnlyKeys("find", "refresh");
        KeyTable next = new KeyTable(memory);
        assertThat(next.caps(KeyCommand.FIND)).isEqualTo("Ctrl P");
        assertThat(next.caps(KeyCommand.REFRESH)).isEqualTo("F6");
        table.reset(KeyCommand.FIND);
        assertThat(memory.kept).containsOnlyKeys("refresh");
        table.resetAll();
        assertThat(memory.kept).isEmpty();
        assertThat(table.caps(KeyCommand.REFRESH)).isEqualTo("F5");
    }

    @Test
    void nonsenseInTheMemoryCountsAsThePreset() {
        KeyTable odd = new KeyTable(new RememberedKeys(Map.of(
                "find", "Hyper+Q", "gone", "F7", "refresh", "A", "wall", "F3", "theme", "F12")));
        assertThat(odd.caps(KeyCommand.FIND)).isEqualTo("Ctrl K");
        assertThat(odd.caps(KeyCommand.REFRESH)).isEqualTo("F5");
        assertThat(odd.caps(KeyCommand.WALL)).as("F3 is another's").isEqualTo("F11");
        assertThat(odd.caps(KeyCommand.THEME)).isEqualTo("F12");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exchangedAndPassedOnKeysAreThereAgainAtTheNextStart(boolean backwards) {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(List.of("refresh=F3", "next_hit=F5", "wall=Alt+Z", "wrap=Ctrl+Alt+W"));
        (backwards ? lines.reversed() : lines).forEach(line -> kept.put(line.split("=")[0], line.split("=")[1]));
        KeyTable again = new KeyTable(new RememberedKeys(kept));
        assertThat(again.caps(KeyCommand.REFRESH)).isEqualTo("F3");
        assertThat(again.caps(KeyCommand.NEXT_HIT)).isEqualTo("F5");
        assertThat(again.caps(KeyCommand.WALL)).isEqualTo("Alt Z");
        assertThat(again.caps(KeyCommand.WRAP)).isEqualTo("Ctrl Alt W");
    }

    @Test
    void ofTwoCommandsWithTheSameKeysTheFirstKeepsThem() {
        KeyTable odd = new KeyTable(new RememberedKeys(Map.of("refresh", "F7", "wall", "F7", "wrap", "F11")));
        assertThat(odd.caps(KeyCommand.WALL)).isNotEqualTo(odd.caps(KeyCommand.REFRESH));
        assertThat(Stream.of(KeyCommand.values()).map(odd::caps)).doesNotHaveDuplicates();
    }

    @Test
    void whoWaitsForKeysGivesUpForTheNextAndWhenReleased() {
        List<String> heard = new ArrayList<>();
        table.capture(keys -> heard.add("first " + keys.isPresent()));
        table.capture(keys -> heard.add("second " + keys.isPresent()));
        assertThat(heard).containsExactly("first false");
        table.release();
        assertThat(heard).containsExactly("first false", "second false");
        press(KeyCode.K, true, false, false);
        assertThat(pressed).as("nobody waits any more").containsExactly("Ctrl K");
    }

    @Test
    void writesTheChosenKeysIntoWords() {
        table.bind(KeyCommand.NEXT_HIT, keys("F9"));
        table.bind(KeyCommand.SAVE, keys("Alt+X"));
        assertThat(table.rewrite("F3")).isEqualTo("F9");
        assertThat(table.rewrite("Next place found; Shift F3 the one before")).contains("Shift F3");
        assertThat(table.rewrite("Ctrl S as shown; Ctrl Shift S as sent")).isEqualTo(
                "Alt X as shown; Ctrl Shift S as sent");
        assertThat(table.rewrite("F31 XF3")).isEqualTo("F31 XF3");
    }

    @Test
    void theNextKeysGoToWhoeverWaitsForThemAndDoNothingElse() {
        List<Optional<KeyCombination>> heard = new ArrayList<>();
        table.capture(heard::add);
        press(KeyCode.CONTROL, true, false, false);
        assertThat(heard).as("Ctrl alone is no end").isEmpty();
        press(KeyCode.K, true, false, false);
        assertThat(pressed).as("nothing is found").isEmpty();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().map(KeyCaps::of)).contains("Ctrl K");
        press(KeyCode.K, true, false, false);
        assertThat(pressed).as("only the next").containsExactly("Ctrl K");
        table.capture(heard::add);
        press(KeyCode.ESCAPE, false, false, false);
        assertThat(heard.getLast()).isEmpty();
    }

    private static KeyCombination keys(String text) {
        return KeyCombination.valueOf(text);
    }

    /// As the window does it: the table first, then whoever listens for preset keys.
    private void press(KeyCode code, boolean control, boolean shift, boolean alt) {
        Group root = new Group();
        root.addEventFilter(KeyEvent.KEY_PRESSED, table::translate);
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isConsumed()) {
                KeyCaps.of(key).ifPresent(keys -> pressed.add(KeyCaps.of(keys)));
            }
        });
        EventTarget target = root;
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
    }
}
