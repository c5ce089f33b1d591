package dev.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The measure itself, against values that others publish.
class SeenColourTest {

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(SeenColour.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
        assertThat(SeenColour.contrast(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.01));
        assertThat(SeenColour.contrast(Color.WHITE, Color.WHITE)).isEqualTo(1);
    }

    @Test
    void redAndGreenComeTogetherWithoutTheSenseForThem() {
        Color red = Color.web("#bb2328");
        Color brown = Color.web("#875600");
        assertThat(SeenColour.distance(red, brown, SeenColour.Sight.USUAL)).isGreaterThan(40);
        assertThat(SeenColour.distance(red, brown, SeenColour.Sight.NO_GREEN)).isLessThan(10);
        assertThat(SeenColour.distance(red, red, SeenColour.Sight.NO_BLUE)).isZero();
    }
}
