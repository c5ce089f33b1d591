package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private final Choice<Integer> choice =
            Fx.run(() -> new Choice<>("size", "Size", List.of(1, 2, 3), size -> size + " of 3"));

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        stage = Fx.show(() -> new StackPane(choice), 500, 100);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void nothingIsChosenAtFirst() {
        assertThat(choice.chosenProperty().get()).isNull();
        assertThat(List.of(button(1), button(2), button(3))).noneMatch(ToggleButton::isSelected);
    }

    @Test
    void aPressChoosesAndStaysChosen() {
        Fx.act(() -> button(2).fire());
        Fx.act(() -> button(2).fire());
        assertThat(choice.chosenProperty().get()).isEqualTo(2);
        assertThat(button(2).isSelected()).isTrue();
        Fx.act(() -> choice.choose(3));
        assertThat(button(2).isSelected()).isFalse();
        assertThat(button(3).isSelected()).isTrue();
    }

    @Test
    void arrowsMoveWithinIt() {
        Fx.act(() -> {
            choice.choose(1);
            button(1).requestFocus();
        });
        Keys keys = new Keys(stage);
        keys.press(KeyCode.LEFT);
        assertThat(choice.chosenProperty().get()).isEqualTo(3);
        assertThat(button(3).isFocused()).isTrue();
        keys.press(KeyCode.RIGHT);
        assertThat(choice.chosenProperty().get()).isEqualTo(1);
    }

    @Test
    void eachSaysWhatItIsAbout() {
        assertThat(button(2).getAccessibleText()).isEqualTo("Size: 2 of 3");
        assertThat(button(2).getText()).isEqualTo("2 of 3");
    }

    @Test
    void isAsWideAsItsButtons() {
        double width = Fx.run(() -> choice.prefWidth(-1));
        assertThat(width).isLessThan(400).isGreaterThan(3 * 40);
    }

    private ToggleButton button(int size) {
        return (ToggleButton) Objects.requireNonNull(choice.lookup("#size-" + size));
    }
}
