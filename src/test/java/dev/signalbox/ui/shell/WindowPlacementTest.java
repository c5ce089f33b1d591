package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.shell.WindowPlacement.Area;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlacementTest {

    private static final Area LEFT = new Area(0, 0, 1_920, 1_080);
    private static final Area RIGHT = new Area(1_920, 0, 2_560, 1_440);

    @Test
    void leavesAWindowThatFitsWhereItWas() {
        WindowState there = window(2_000, 100, 1_440, 900);
        assertThat(WindowPlacement.within(there, List.of(LEFT, RIGHT))).isEqualTo(there);
    }

    @Test
    void bringsAWindowBackFromAScreenThatIsGone() {
        WindowState back = WindowPlacement.within(window(2_500, 100, 1_440, 900), List.of(LEFT));
        assertThat(back).isEqualTo(window(480, 100, 1_440, 900));
    }

    @ParameterizedTest
    @CsvSource({
        "-5000,-5000,1440,900", "9000,9000,1440,900", "0,0,9999,9999", "100,100,1,1", "-100,-50,1200,800",
        "NaN,0,1000,700", "0,0,Infinity,700"
    })
    void keepsTheWholeWindowOnTheScreen(double x, double y, double width, double height) {
        WindowState w = WindowPlacement.within(window(x, y, width, height), List.of(LEFT, RIGHT));
        assertThat(List.of(LEFT, RIGHT)).anySatisfy(area -> {
            assertThat(w.x()).isGreaterThanOrEqualTo(area.x());
            assertThat(w.y()).isGreaterThanOrEqualTo(area.y());
            assertThat(w.x() + w.width()).isLessThanOrEqualTo(area.x() + area.width());
            assertThat(w.y() + w.height()).isLessThanOrEqualTo(area.y() + area.height());
        });
        assertThat(w.width()).isGreaterThanOrEqualTo(WindowPlacement.LEAST_WIDTH);
        assertThat(w.height()).isGreaterThanOrEqualTo(WindowPlacement.LEAST_HEIGHT);
    }

    @Test
    void isNoLargerThanASmallScreen() {
        WindowState w = WindowPlacement.within(window(0, 0, 1_440, 900), List.of(new Area(0, 0, 800, 600)));
        assertThat(w).isEqualTo(window(0, 0, 800, 600));
    }

    @Test
    void keepsThemeAndScreen() {
        WindowState odd = new WindowState(Double.NaN, 0, 1, 1, true, false, "activity");
        WindowState w = WindowPlacement.within(odd, List.of(LEFT));
        assertThat(w.dark()).isFalse();
        assertThat(w.screen()).isEqualTo("activity");
    }

    private static WindowState window(double x, double y, double width, double height) {
        return new WindowState(x, y, width, height, false, true, "board");
    }
}
