package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
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
        List<String> warnings = new ArrayList<>();
        Handler ears = new Ears(warnings);
        Logger log = Logger.getLogger("");
        Logger css = Logger.getLogger("javafx.css");
        log.addHandler(ears);
        css.addHandler(ears);
        try {
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve(theme + ".png");
                Fx.picture(WidgetsTest::gallery, theme, 900, 420, file);
                assertThat(Files.size(file)).isGreaterThan(5_000);
            }
        } finally {
            log.removeHandler(ears);
            css.removeHandler(ears);
        }
        assertThat(warnings).isEmpty();
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

    private static final class Ears extends Handler {

        private final List<String> heard;

        Ears(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
                heard.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
