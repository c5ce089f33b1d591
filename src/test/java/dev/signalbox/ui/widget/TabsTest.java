package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TabsTest {

    private enum Choice {
        ALL,
        IN_FLIGHT,
        FAILED
    }

    private final Tabs<Choice> tabs = Fx.run(() -> {
        Tabs<Choice> made = new Tabs<>("filter", List.of(Choice.values()), c -> c.name().charAt(0) + " " + c.ordinal());
        assertThat(new Scene(made)).isNotNull();
        return made;
    });

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void beginsWithTheFirst() {
        assertThat(tabs.selectedProperty().get()).isEqualTo(Choice.ALL);
        assertThat(chosen()).containsExactly("filter-all");
    }

    @Test
    void namesEachByItsChoice() {
        assertThat(tabs.getChildren()).extracting(node -> node.getId())
                .containsExactly("filter-all", "filter-in-flight", "filter-failed");
        assertThat(tabs.getChildren()).extracting(node -> ((ToggleButton) node).getText())
                .containsExactly("A 0", "I 1", "F 2");
    }

    @Test
    void exactlyOneIsChosenWhateverIsPressed() {
        Fx.act(() -> button(2).fire());
        assertThat(chosen()).containsExactly("filter-failed");
        Fx.act(() -> button(2).fire());
        assertThat(chosen()).as("pressed again").containsExactly("filter-failed");
        assertThat(tabs.selectedProperty().get()).isEqualTo(Choice.FAILED);
    }

    @Test
    void followsWhatIsChosenElsewhere() {
        Fx.act(() -> tabs.selectedProperty().set(Choice.IN_FLIGHT));
        assertThat(chosen()).containsExactly("filter-in-flight");
    }

    @Test
    void tellsOfEachChoiceOnce() {
        List<Choice> heard = new ArrayList<>();
        Fx.act(() -> {
            tabs.selectedProperty().addListener((p, before, now) -> heard.add(now));
            button(1).fire();
            button(1).fire();
            button(0).fire();
        });
        assertThat(heard).containsExactly(Choice.IN_FLIGHT, Choice.ALL);
    }

    @ParameterizedTest
    @CsvSource({"RIGHT,1,IN_FLIGHT", "RIGHT,2,FAILED", "RIGHT,3,ALL", "LEFT,1,FAILED", "LEFT,4,FAILED"})
    void arrowsMoveAndGoRoundAtTheEnds(KeyCode key, int times, Choice end) {
        Fx.act(() -> {
            for (int i = 0; i < times; i++) {
                press(button(tabs.selectedProperty().get().ordinal()), key);
            }
        });
        assertThat(tabs.selectedProperty().get()).isEqualTo(end);
        assertThat(chosen()).hasSize(1);
    }

    @Test
    void otherKeysAreForOthers() {
        Fx.act(() -> press(button(0), KeyCode.DOWN));
        assertThat(tabs.selectedProperty().get()).isEqualTo(Choice.ALL);
    }

    @Test
    void countsAreShownAndSpoken() {
        Fx.act(() -> tabs.count(Map.of(Choice.ALL, 42, Choice.FAILED, 0)));
        assertThat(number(0)).isEqualTo("42");
        assertThat(number(2)).isEqualTo("0");
        assertThat(number(1)).as("not counted").isEmpty();
        assertThat(button(0).getAccessibleText()).isEqualTo("A 0, 42");
        Fx.act(() -> tabs.count(Map.of(Choice.ALL, 7)));
        assertThat(number(0)).isEqualTo("7");
        assertThat(button(0).getAccessibleText()).isEqualTo("A 0, 7");
    }

    private List<String> chosen() {
        return tabs.getChildren().stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getId)
                .toList();
    }

    private String number(int at) {
        return ((Label) button(at).getGraphic()).getText();
    }

    private ToggleButton button(int at) {
        return (ToggleButton) tabs.getChildren().get(at);
    }

    private static void press(ToggleButton button, KeyCode key) {
        button.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
