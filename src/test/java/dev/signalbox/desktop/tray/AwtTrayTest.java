package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySign;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tray of macOS and Windows, as far as it can be tried where there is none.
class AwtTrayTest {

    private final Ears ears = new Ears();
    private final AwtIcon icon = new AwtIcon("Mac OS X", link -> {}, () -> 0);

    @Test
    void whereThereIsNoneItIsSaidOnceAndNothingBreaks() throws Exception {
        try (Tray tray = new AwtTray(icon, "Signalbox", ears)) {
            tray.show(TrayFace.FIRST);
            tray.show(new TrayFace(TraySign.FAILING, 2, "1 failing", List.of()));

            assertThat(ears.standing()).isEqualTo(new TrayStanding(false, "This system has no tray for icons."));
            assertThat(ears.standings).isEmpty();
        }
    }

    @Test
    void onceTakenAwayNothingIsToldAnyMore() {
        Tray tray = new AwtTray(icon, "Signalbox", ears);
        tray.close();
        tray.show(TrayFace.FIRST);

        assertThat(ears.standings).as("a window that goes must not come back").isEmpty();
    }

    @Test
    void dotsKeepTheirColoursAndPlaces() {
        TrayPixmap dots = new TrayPixmap(2, 1, new byte[] {(byte) 255, 1, 2, (byte) 200, 0, 0, 0, 0});

        BufferedImage image = AwtTray.image(List.of(dots), 22);

        assertThat(image.getRGB(0, 0)).isEqualTo(0xff0102c8);
        assertThat(image.getRGB(1, 0) >>> 24).as("nothing is there").isZero();
    }

    @Test
    void thePictureIsAsHighAsTheTrayOrTheLargestThereIs() {
        List<TrayPixmap> all = TrayDrawing.of(TraySign.WELL, 0);

        assertThat(AwtTray.image(all, 16).getHeight()).isEqualTo(22);
        assertThat(AwtTray.image(all, 24).getHeight()).isEqualTo(32);
        assertThat(AwtTray.image(all, 96).getHeight()).isEqualTo(48);
    }
}
