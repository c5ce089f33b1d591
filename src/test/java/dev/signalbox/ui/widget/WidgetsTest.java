package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.CustomTextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WidgetsTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void everyMarkDiffersFromEveryOtherByItsShape() {
        assertThat(Arrays.stream(Mark.values()).map(Mark::shape)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Mark.values()).map(Mark::word)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void aLampTellsScreenReadersWhatItShows() {
        Fx.run(() -> {
            Lamp lamp = new Lamp().show(2, Tone.WARN, "2 reviewers missing");
            assertThat(lamp.getAccessibleText()).isEqualTo("2 reviewers missing");
            lamp.show(Mark.GOOD, "clear");
            assertThat(lamp.getAccessibleText()).isEqualTo("clear");
            assertThat(lamp.getStyleClass()).contains("tone-ok").doesNotContain("tone-warn");
            return true;
        });
    }

    @Test
    void aProblemLineTakesNoRoomWhenNothingIsWrong() {
        Fx.run(() -> {
            ProblemLine line = new ProblemLine("problem");
            assertThat(line.isManaged()).isFalse();
            line.show("It cannot be reached.", Mark.WARNING);
            assertThat(line.isManaged()).isTrue();
            assertThat(line.getAccessibleText()).isEqualTo("It cannot be reached.");
            return true;
        });
    }

    @Test
    void theGalleryIsDrawnInBothThemesWithoutAWarning() throws IOException {
        try (Warnings warnings = new Warnings()) {
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve(theme + ".png");
                Fx.picture(WidgetsTest::gallery, theme, 900, 420, file);
                assertThat(Files.size(file)).isGreaterThan(5_000);
            }
            assertThat(warnings.heard()).isEmpty();
        }
    }

    @Test
    void filtersAreChosenByArrowKeysToo() {
        Fx.run(() -> {
            Tabs<String> tabs = new Tabs<>("filter", List.of("All", "Mine", "Failed"), name -> name);
            tabs.count(Map.of("All", 42, "Mine", 3));
            ToggleButton all = (ToggleButton) tabs.getChildren().getFirst();
            assertThat(all.isSelected()).isTrue();
            assertThat(all.getAccessibleText()).isEqualTo("All, 42");
            all.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false));
            assertThat(tabs.selectedProperty().get()).isEqualTo("Failed");
            ((ToggleButton) tabs.getChildren().get(1)).fire();
            assertThat(tabs.selectedProperty().get()).isEqualTo("Mine");
            ((ToggleButton) tabs.getChildren().get(1)).fire();
            assertThat(((ToggleButton) tabs.getChildren().get(1)).isSelected()).isTrue();
            return true;
        });
    }

    /// Everything at once; ControlsFX's controls are there because their sheets ask for Modena's colours.
    static Parent gallery() {
        HBox lamps = new HBox(8);
        HBox pills = new HBox(8);
        for (Mark mark : Mark.values()) {
            lamps.getChildren().add(new Lamp().show(mark, mark.word()));
            pills.getChildren().add(new Pill(mark.word(), mark));
        }
        lamps.getChildren().add(Lamp.small().show(2, Tone.WARN, "2 missing"));
        Chip chip = new Chip("chip-github");
        chip.show("GitHub · live · 4 812 / 5 000", Tone.OK, "All is well.");
        Chip account = new Chip("chip-account");
        account.show("release-mgr", "");
        ProblemLine problem = new ProblemLine("problem");
        problem.show("GitHub cannot be reached: connection reset. Values shown are 3 m old.", Mark.WARNING);
        CustomTextField custom = new CustomTextField();
        custom.setPromptText("ControlsFX field");
        ToggleSwitch toggle = new ToggleSwitch("Follow");
        PopOver over = new PopOver(Texts.plain("over"));
        assertThat(over.isShowing()).isFalse();
        TextField field = new TextField();
        field.setPromptText("Comment");
        VBox box = new VBox(
                10, Texts.title("Title"), lamps, pills, new HBox(8, chip, account, new KeyHint("Ctrl K")), problem,
                new HBox(8,
                        Buttons.of("a", "Plain", () -> {}), Buttons.of("b", "Primary", () -> {}, "primary"),
                        Buttons.of("c", "Go", () -> {}, "go"), Buttons.of("d", "Roll back", () -> {}, "strong-danger"),
                        Buttons.of("e", "Reject", () -> {}, "soft-danger"), Buttons.of("f", "Quiet", () -> {}, "quiet"),
                        Buttons.of("g", "Small", () -> {}, "small")),
                new HBox(8, field, custom, toggle), Texts.section("What changed"), Texts.mono("e51f0ab → v5.20.0"),
                Texts.sub("#4 182 · main · 41 s ago"));
        box.getStyleClass().add("sb-page");
        return box;
    }
}
