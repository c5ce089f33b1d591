package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.keys.RememberedKeys;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Keys that somebody chose, in the window: they do what the preset ones did, and every list of keys names them.
class ReboundKeysTest {

    private final FakeScreen board = Fx.run(() -> new FakeScreen("board"));
    private final List<String> refreshed = new ArrayList<>();
    private final ShellViewModel model = new ShellViewModel(new KeyTable(new RememberedKeys(Map.of(
            "refresh", "F6", "roll_back", "Alt+B", "find", "Shortcut+P"))));

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
                            model, List.of(board, new FakeScreen("settings")),
                            new PlanSheetViewModel(new FakeOperator()), List.of(), List.of(), null,
                            () -> refreshed.add("refresh"), new TimeOfDay(ZoneOffset.UTC));
                    return shell.root();
                },
                1_000, 700);
        keys = new Keys(stage);
        Fx.act(shell::begin);
        board.heard.clear();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void theWindowHearsTheChosenKeysAndNotTheOldOnes() {
        keys.press(KeyCode.F5);
        assertThat(refreshed).isEmpty();
        keys.press(KeyCode.F6);
        assertThat(refreshed).containsExactly("refresh");
    }

    @Test
    void aScreenHearsItsPresetKeys() {
        keys.press(KeyCode.ALT, KeyCode.B);
        assertThat(board.heard).contains("key R").doesNotContain("key B");
    }

    @Test
    void theListOfKeysNamesTheChosenOnes() {
        board.keys = List.of(new KeyLine("Ctrl R", "Roll back; F5 reads again"));
        keys.type("?");
        List<String> words = Fx.run(() -> find("keys", Node.class).lookupAll(".label").stream()
                .map(n -> ((Labeled) n).getText())
                .toList());
        assertThat(words).contains("Alt B", "Roll back; F6 reads again", "F6", "Ctrl P").doesNotContain("Ctrl R", "F5");
    }

    @Test
    void thePaletteAndTheTopBarNameThem() {
        assertThat(Fx.run(() -> find("search", Node.class).getAccessibleText())).endsWith("Ctrl P");
        keys.press(KeyCode.CONTROL, KeyCode.P);
        Fx.act(() -> find("palette-field", TextField.class).setText("read everything"));
        PaletteEntry entry = (PaletteEntry) Fx.run(() -> find("palette-list", ListView.class).getItems().getFirst());
        assertThat(entry.detail()).isEqualTo("F6");
    }

    @Test
    void aKeyLeadsToTheSettings() {
        keys.press(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(Objects.requireNonNull(model.currentProperty().get()).id()).isEqualTo("settings");
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(shell.root().lookup("#" + id), id));
    }
}
