package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.tray.TraySign;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrayDrawingTest {

    @ParameterizedTest
    @EnumSource(TraySign.class)
    void everySizeIsWholeAndLeavesTheCornersOpen(TraySign sign) {
        List<TrayPixmap> pictures = TrayDrawing.of(sign, 0);
        assertThat(pictures).extracting(p -> p.width).containsExactly(22, 32, 48);
        assertThat(pictures).allSatisfy(p -> {
            assertThat(p.height).isEqualTo(p.width);
            assertThat(p.dots).hasSize(4 * p.width * p.height);
            assertThat(p.dots[0]).as("alpha comes first, and nothing is there").isZero();
        });
    }

    @Test
    void signsDifferInFormAndNotInColourAlone() {
        Set<String> forms = new HashSet<>();
        Set<String> figures = new HashSet<>();
        for (TraySign sign : TraySign.values()) {
            TrayPixmap picture = TrayDrawing.of(sign, 0).getFirst();
            forms.add(seen(picture));
            figures.add(bright(picture));
        }
        assertThat(forms).as("outlines").hasSize(TraySign.values().length);
        assertThat(figures).as("figures").hasSize(TraySign.values().length);
    }

    @Test
    void howManyWaitCanBeReadUpToNineAndMoreIsAPlus() {
        Set<String> badges = new HashSet<>();
        for (int waiting = 0; waiting <= 10; waiting++) {
            badges.add(Arrays.toString(TrayDrawing.of(TraySign.WELL, waiting).getLast().dots));
        }
        assertThat(badges).hasSize(11);
        assertThat(TrayDrawing.of(TraySign.WELL, 2_000_000_000).getLast().dots)
                .isEqualTo(TrayDrawing.of(TraySign.WELL, 10).getLast().dots);
    }

    @Test
    void theOrderOfADotIsAlphaRedGreenBlue() {
        TrayPixmap well = TrayDrawing.of(TraySign.WELL, 0).getLast();
        int dot = 4 * (24 * 48 + 6);
        assertThat(IntStream.range(0, 4).map(i -> well.dots[dot + i] & 0xff).toArray())
                .containsExactly(0xff, 0x1a, 0x7f, 0x37);
    }

    @Test
    void nothingIsCurrentLooksHollow() {
        TrayPixmap stale = TrayDrawing.of(TraySign.STALE, 0).getLast();
        assertThat(stale.dots[4 * (14 * 48 + 24)]).as("above the bar").isZero();
        assertThat(stale.dots[4 * (24 * 48 + 4)]).as("the ring").isNotZero();
    }

    /// What is there at all.
    private static String seen(TrayPixmap picture) {
        return dots(picture, dot -> (picture.dots[dot] & 0xff) > 127);
    }

    /// What is drawn in white.
    private static String bright(TrayPixmap picture) {
        return dots(picture, dot -> (picture.dots[dot] & 0xff) > 127 && (picture.dots[dot + 1] & 0xff) > 220
                && (picture.dots[dot + 2] & 0xff) > 220 && (picture.dots[dot + 3] & 0xff) > 220);
    }

    private static String dots(TrayPixmap picture, java.util.function.IntPredicate holds) {
        StringBuilder out = new StringBuilder();
        for (int dot = 0; dot < picture.dots.length; dot += 4) {
            out.append(holds.test(dot) ? '#' : ' ');
        }
        return out.toString();
    }
}
