package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whom a key is for: the window, the layer on top, or the screen.
class ShellKeysTest {

    private final FakeScreen board = Fx.run(() -> new FakeScreen("board"));
    private final FakeScreen runs = Fx.run(() -> new FakeScreen("runs"));
    private final List<String> refreshed = new ArrayList<>();
    private final ShellViewModel model = new ShellViewModel();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Shell shell;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Keys keys;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(
                () -> {
                    shell = new Shell(
                            model, List.of(board, runs), new PlanSheetViewModel(new FakeOperator()), List.of(),
                            List.of(), null, () -> refreshed.add("refresh"), new TimeOfDay(ZoneOffset.UTC));
                    return shell.root();
                },
                1_000, 700);
        keys = new Keys(stage);
        Fx.act(() -> {
            stage.requestFocus();
            shell.show(SampleStates.rich(), SampleStates.NOW);
            shell.begin();
        });
        board.heard.clear();
        runs.heard.clear();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void whatIsMeantForNobodyElseReachesTheVisibleScreen() {
        keys.press(KeyCode.J);
        assertThat(board.heard).containsExactly("key J");
        assertThat(runs.heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"DIGIT2", "DIGIT1"})
    void numbersLeadToScreensAndTheScreenDoesNotHearThem(KeyCode digit) {
        keys.press(KeyCode.CONTROL, digit);
        assertThat(Objects.requireNonNull(model.currentProperty().get()).id())
                .isEqualTo(digit == KeyCode.DIGIT1 ? "board" : "runs");
        assertThat(board.heard).doesNotContain("key " + digit);
    }

    @Test
    void aNumberWithoutAScreenLeadsNowhere() {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(model.currentProperty().get()).isSameAs(board);
    }

    @Test
    void aNumberWithAltIsSomethingElse() {
        keys.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(model.currentProperty().get()).isSameAs(board);
        assertThat(board.heard).contains("key DIGIT2");
    }

    @Test
    void theScreenThatComesTakesTheKeyboard() {
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(Fx.run(() -> stage.getScene().getFocusOwner())).isSameAs(runs.button);
        assertThat(runs.heard).startsWith("shows 3 connections").contains("shown");
    }

    @Test
    void escGoesToTheLayerAndOnlyThenToTheScreen() {
        keys.press(KeyCode.CONTROL, KeyCode.K);
        board.heard.clear();
        keys.press(KeyCode.ESCAPE);
        assertThat(isShown("palette")).isFalse();
        assertThat(board.heard).isEmpty();
    }

    @Test
    void aLayerKeepsKeysFromTheScreenButRefreshAndThemeWorkOverIt() {
        keys.press(KeyCode.CONTROL, KeyCode.K);
        board.heard.clear();
        keys.press(KeyCode.J);
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(board.heard).isEmpty();
        assertThat(model.currentProperty().get()).isSameAs(board);
        boolean dark = Fx.run(() -> model.darkProperty().get());
        keys.press(KeyCode.F5);
        keys.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(refreshed).containsExactly("refresh");
        assertThat(Fx.run(() -> model.darkProperty().get())).isNotEqualTo(dark);
        assertThat(isShown("palette")).isTrue();
    }

    @Test
    void onlyOneOfPaletteAndKeysIsOpen() {
        keys.press(KeyCode.CONTROL, KeyCode.K);
        Fx.act(() -> find("palette-field", TextField.class).setText("board"));
        keys.type("?");
        assertThat(isShown("keys")).isFalse();
        assertThat(Fx.run(() -> find("palette-field", TextField.class).getText())).contains("?");
        keys.press(KeyCode.ESCAPE);
        keys.type("?");
        assertThat(isShown("keys")).isTrue();
        keys.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(isShown("palette")).isFalse();
    }

    @Test
    void aQuestionMarkInAFieldOfTheScreenStaysThere() {
        Fx.act(board.field::requestFocus);
        keys.type("?");
        assertThat(isShown("keys")).isFalse();
        assertThat(board.field.getText()).isEqualTo("?");
    }

    @Test
    void thePaletteLeadsToEveryScreenAndEveryCommandOfTheWindow() {
        assertThat(choices("runs")).contains("Runs");
        choose("Runs");
        assertThat(model.currentProperty().get()).isSameAs(runs);
        choose("Read everything again");
        assertThat(refreshed).containsExactly("refresh");
        choose("Show all keys");
        assertThat(isShown("keys")).isTrue();
        keys.press(KeyCode.ESCAPE);
        assertThat(choices("theme")).contains("Light theme");
        choose("Light theme");
        assertThat(choices("theme")).contains("Dark theme");
    }

    @Test
    void theKeysOfPartsOfTheScreenStandUnderTheirOwnHeadings() {
        board.partKeys = List.of(new KeyGroup("Log", List.of(new KeyLine("Alt X", "Explain"))));
        keys.type("?");
        assertThat(words("keys")).contains("EVERYWHERE", "LOG", "Alt X", "Explain");
        keys.press(KeyCode.ESCAPE);
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        keys.type("?");
        assertThat(words("keys")).doesNotContain("LOG", "Explain");
    }

    @Test
    void theKeysOfTheVisibleScreenAreListedBesideTheOthers() {
        board.keys = List.of(new KeyLine("Ctrl B", "Build the thing"));
        keys.type("?");
        assertThat(words("keys")).contains("EVERYWHERE", "BOARD", "Ctrl B", "Build the thing", "F5");
        keys.press(KeyCode.ESCAPE);
        keys.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        keys.type("?");
        assertThat(words("keys")).contains("EVERYWHERE").doesNotContain("Build the thing", "RUNS");
    }

    @Test
    void theKeysSayHowManyScreensThereAre() {
        keys.type("?");
        assertThat(words("keys")).contains("Ctrl 1 … 2");
    }

    @Test
    void theHiddenScreenIsNotShownEveryState() {
        Fx.act(() -> shell.show(ConsoleState.EMPTY, SampleStates.NOW));
        assertThat(board.heard).containsExactly("shows 0 connections");
        assertThat(runs.heard).isEmpty();
    }

    private List<String> choices(String typed) {
        openPalette(typed);
        List<String> titles = Fx.run(() -> find("palette-list", ListView.class).getItems().stream()
                .map(entry -> ((dev.signalbox.ui.palette.PaletteEntry) entry).title())
                .toList());
        keys.press(KeyCode.ESCAPE);
        return titles;
    }

    private void choose(String title) {
        openPalette(title);
        keys.press(KeyCode.ENTER);
    }

    private void openPalette(String typed) {
        keys.press(KeyCode.CONTROL, KeyCode.K);
        Fx.act(() -> find("palette-field", TextField.class).setText(typed));
    }

    /// A layer that has never opened is not there at all.
    private boolean isShown(String id) {
        return Fx.run(() -> shell.root().lookup("#" + id) instanceof Node layer && layer.isVisible());
    }

    private List<String> words(String id) {
        return Fx.run(() -> find(id, Node.class).lookupAll(".label").stream()
                .map(n -> ((javafx.scene.control.Labeled) n).getText())
                .toList());
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.root().lookup("#" + id), id));
    }
}
