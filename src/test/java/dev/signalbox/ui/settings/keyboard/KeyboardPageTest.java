package dev.signalbox.ui.settings.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.keys.KeyCommand;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.keys.RememberedKeys;
import dev.signalbox.ui.settings.Setting;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyboardPageTest {

    private final RememberedKeys memory = new RememberedKeys(Map.of());
    private final KeyTable table = new KeyTable(memory);

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
        stage = Fx.show(() -> {
            VBox all = new VBox();
            new KeyboardPage(table).page().settings().stream()
                    .map(Setting::control)
                    .forEach(control -> all.getChildren().add(control.get()));
            ScrollPane root = new ScrollPane(all);
            root.addEventFilter(KeyEvent.KEY_PRESSED, table::translate);
            return root;
        }, 700, 700);
        keys = new Keys(stage);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void listsEveryCommandWithItsKeys() {
        for (KeyCommand command : KeyCommand.values()) {
            Button press = button("key-" + id(command));
            assertThat(press.getText()).isEqualTo(table.caps(command));
            assertThat(press.getAccessibleText()).contains(command.title(), table.caps(command));
            assertThat(button("key-reset-" + id(command)).isDisabled()).isTrue();
        }
    }

    @Test
    void takesTheKeysThatArePressedNext() {
        Fx.act(() -> {
            button("key-roll-back").requestFocus();
            button("key-roll-back").fire();
        });
        assertThat(button("key-roll-back").getText()).isEqualTo("Press the new keys…");
        keys.press(KeyCode.ALT, KeyCode.B);
        assertThat(table.caps(KeyCommand.ROLL_BACK)).isEqualTo("Alt B");
        assertThat(button("key-roll-back").getText()).isEqualTo("Alt B");
        Fx.act(() -> button("key-reset-roll-back").fire());
        assertThat(button("key-roll-back").getText()).isEqualTo("Ctrl R");
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void saysWhatIsInTheWayBesideTheLine() {
        Fx.act(() -> {
            button("key-wrap").requestFocus();
            button("key-wrap").fire();
        });
        keys.press(KeyCode.CONTROL, KeyCode.K);
        Node problem = find("key-problem-wrap");
        assertThat(problem.isVisible()).isTrue();
        assertThat(problem.getAccessibleText()).contains("taken by “Find a service");
        assertThat(button("key-wrap").getText()).isEqualTo("Alt Z");
        Fx.act(() -> button("key-wrap").fire());
        assertThat(problem.isVisible()).isFalse();
        keys.press(KeyCode.ESCAPE);
        assertThat(button("key-wrap").getText()).as("given up").isEqualTo("Alt Z");
    }

    @Test
    void givesUpWhenTheKeyboardGoesElsewhere() {
        Fx.act(() -> {
            button("key-wrap").requestFocus();
            button("key-wrap").fire();
        });
        assertThat(button("key-wrap").getText()).isEqualTo("Press the new keys…");
        Fx.act(() -> button("key-find").requestFocus());
        assertThat(button("key-wrap").getText()).isEqualTo("Alt Z");
        keys.press(KeyCode.CONTROL, KeyCode.B);
        assertThat(table.caps(KeyCommand.WRAP)).as("what is typed elsewhere").isEqualTo("Alt Z");
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void resetsAllAtOnce() {
        Fx.act(() -> {
            table.bind(KeyCommand.WRAP, javafx.scene.input.KeyCombination.valueOf("Alt+Q"));
            table.bind(KeyCommand.FIND, javafx.scene.input.KeyCombination.valueOf("F2"));
        });
        assertThat(button("key-find").getText()).isEqualTo("F2");
        Fx.act(() -> button("keys-reset-all").fire());
        assertThat(button("key-find").getText()).isEqualTo("Ctrl K");
        assertThat(button("key-wrap").getText()).isEqualTo("Alt Z");
    }

    private static String id(KeyCommand command) {
        return command.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private Button button(String id) {
        return (Button) find(id);
    }

    private Node find(String id) {
        return Fx.run(() -> Objects.requireNonNull(
                ((ScrollPane) stage.getScene().getRoot()).getContent().lookup("#" + id), id));
    }
}
