package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

class ButtonsTest {

    private final List<String> pressed = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void isNamedByWhatItDoesAndDoesItOncePerPress() {
        Fx.act(() -> {
            Button button = Buttons.of("go", "Approve…", () -> pressed.add("go"), "primary", "small");
            assertThat(button.getId()).isEqualTo("go");
            assertThat(button.getText()).isEqualTo("Approve…");
            assertThat(button.getAccessibleText()).isEqualTo("Approve…");
            assertThat(button.getStyleClass()).contains("primary", "small");
            button.fire();
            button.fire();
        });
        assertThat(pressed).containsExactly("go", "go");
    }

    @Test
    void aButtonThatIsDisabledDoesNothing() {
        Fx.act(() -> {
            Button button = Buttons.of("go", "Approve…", () -> pressed.add("go"));
            button.setDisable(true);
            button.fire();
        });
        assertThat(pressed).isEmpty();
    }

    @Test
    void aShapeAloneHasItsWordsInATooltipAndForScreenReaders() {
        Fx.act(() -> {
            Button button = Buttons.icon("copy", Feather.COPY, "Copy as curl command", () -> {}, "quiet");
            assertThat(button.getText()).isEmpty();
            assertThat(button.getAccessibleText()).isEqualTo("Copy as curl command");
            assertThat(Objects.requireNonNull(button.getTooltip()).getText()).isEqualTo("Copy as curl command");
            assertThat(button.getStyleClass()).contains("icon-only", "quiet");
            assertThat(button.getGraphic()).isInstanceOf(FontIcon.class);
        });
    }

    @Test
    void aShapeBesideWordsIsNotSpokenTwice() {
        Fx.act(() -> {
            Button button = Buttons.of("again", Feather.REFRESH_CW, "Read again", () -> {});
            assertThat(button.getText()).isEqualTo("Read again");
            assertThat(button.getAccessibleText()).isEqualTo("Read again");
            assertThat(button.getTooltip()).isNull();
        });
    }

    @Test
    void itsWordsAreNeverCutHoweverNarrowTheRow() {
        Fx.act(() -> {
            Button one = Buttons.of("a", "Run the failed jobs again", () -> {});
            Button two = Buttons.of("b", "Cancel the run", () -> {});
            HBox row = new HBox(8, one, two);
            assertThat(new Scene(row, 60, 40)).isNotNull();
            row.applyCss();
            row.layout();
            assertThat(one.getWidth()).isGreaterThanOrEqualTo(one.prefWidth(-1));
            assertThat(two.getWidth()).isGreaterThanOrEqualTo(two.prefWidth(-1));
        });
    }
}
