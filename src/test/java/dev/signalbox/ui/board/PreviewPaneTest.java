package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.theme.TokenColours;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewPaneTest {

    private static final Look DARK = Look.plain(Appearance.USUAL.with(Appearance.Colours.DARK));
    private static final Look LIGHT = Look.plain(Appearance.USUAL.with(Appearance.Colours.LIGHT));

    private final BoardPreview preview =
            BoardPreviews.of(SampleStates.rich(), Set.of(), SampleStates.NOW);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private PreviewPane pane(BoardPreview kept, Look look, int percent) {
        Appearance usual = look.appearanceProperty().get();
        return new PreviewPane(
                kept, look.tokens(),
                new Appearance(usual.colours(), usual.density(), percent, usual.palette(), usual.motion()),
                SampleStates.NOW.plus(Duration.ofHours(3)));
    }

    private WritableImage picture(BoardPreview kept, Look look, int percent, double width, double height) {
        return Fx.run(() -> new Scene(pane(kept, look, percent), width, height).snapshot(null));
    }

    private static Map<Color, Integer> colours(WritableImage picture) {
        Map<Color, Integer> counts = new HashMap<>();
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(pixels.getColor(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// How far down something is painted in a column of the page, below which there is only its ground.
    private static int lowest(WritableImage picture, Color ground) {
        int x = (int) picture.getWidth() / 2;
        for (int y = (int) picture.getHeight() - 60; y > 0; y--) {
            if (!picture.getPixelReader().getColor(x, y).equals(ground)) {
                return y;
            }
        }
        return 0;
    }

    @Test
    void saysThatItIsNotCurrentAndThatTheConsoleOpens() {
        String said = Fx.run(() -> pane(preview, DARK, 100).getAccessibleText());
        assertThat(said).isEqualTo("As it stood 3 h ago, not current. Opening…");
    }

    @Test
    void isPaintedInTheColoursOfTheThemeInForce() {
        for (Look look : List.of(DARK, LIGHT)) {
            TokenColours tokens = look.tokens();
            Map<Color, Integer> seen = colours(picture(preview, look, 100, 1_440, 900));
            assertThat(seen.get(tokens.get("bg-0"))).isGreaterThan(300_000);
            assertThat(seen.keySet()).hasSizeGreaterThan(100);
        }
        assertThat(DARK.tokens().get("bg-0")).isNotEqualTo(LIGHT.tokens().get("bg-0"));
    }

    @Test
    void whatIsDrawnLargerTakesMoreRoom() {
        BoardPreview few = new BoardPreview(
                preview.at(), preview.columns(), preview.lines().subList(0, 3));
        Color ground = DARK.tokens().get("bg-0");
        int usual = lowest(picture(few, DARK, 100, 1_440, 900), ground);
        int larger = lowest(picture(few, DARK, 150, 1_440, 900), ground);
        assertThat(usual).isBetween(200, 300);
        assertThat(larger).isBetween(usual * 3 / 2 - 4, usual * 3 / 2 + 4);
    }

    @Test
    void isPaintedAnewWhenTheWindowChanges() {
        WritableImage picture = Fx.run(() -> {
            PreviewPane pane = pane(preview, DARK, 100);
            Scene scene = new Scene(pane, 1_000, 640);
            scene.snapshot(null);
            pane.resize(1_400, 800);
            pane.layout();
            return pane.snapshot(null, null);
        });
        assertThat(picture.getWidth()).isEqualTo(1_400);
        assertThat(picture.getPixelReader().getColor(1_390, 700)).isEqualTo(DARK.tokens().get("bg-0"));
    }

    @Test
    void namesThatAreTooLongEndInTime() {
        BoardPreview.Cell cell = new BoardPreview.Cell(
                "v1-" + "x".repeat(300), BoardPreview.Tone.OK, "good", preview.at());
        BoardPreview longOne = new BoardPreview(
                preview.at(), List.of(new BoardPreview.Column("production", true)),
                List.of(new BoardPreview.Service("service-" + "y".repeat(300), List.of(cell, cell, cell))));
        Color ground = DARK.tokens().get("bg-0");
        WritableImage picture = picture(longOne, DARK, 100, 1_000, 640);
        for (int y = 130; y < 200; y++) {
            assertThat(picture.getPixelReader().getColor(995, y)).as("beside the page, at %d", y).isEqualTo(ground);
        }
    }
}
