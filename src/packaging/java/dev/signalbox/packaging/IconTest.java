package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconTest {

    private static final Path SVG = Path.of("icons/signalbox.svg");

    @TempDir
    Path folder;

    @Test
    void drawsWhatTheSvgSaysInAnySize() throws IOException {
        Icon icon = Icon.read(SVG);

        for (int size : new int[] {16, 48, 512}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(icon.png(size)));

            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(image.getRGB(0, 0) >>> 24).as("corners are clear").isLessThan(40);
            assertThat(image.getRGB(size / 2, size * 140 / 256)).as("the lower lamp is green").satisfies(rgb -> {
                int red = rgb >> 16 & 255;
                int green = rgb >> 8 & 255;
                assertThat(green).isGreaterThan(red + 60);
            });
        }
    }

    @Test
    void refusesWhatItCannotDrawInsteadOfLeavingItOut() throws IOException {
        Path svg = Files.writeString(folder.resolve("icon.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><path d='M0 0'/></svg>");

        assertThatThrownBy(() -> Icon.read(svg)).isInstanceOf(IOException.class).hasMessageContaining("path");
    }

    @Test
    void icoPointsAtAPngOfEachSize() throws IOException {
        byte[] ico = Icon.read(SVG).ico();
        ByteBuffer read = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        int count = read.getShort(4);

        assertThat(count).isEqualTo(6);
        for (int i = 0; i < count; i++) {
            int width = ico[6 + 16 * i] == 0 ? 256 : ico[6 + 16 * i];
            int length = read.getInt(6 + 16 * i + 8);
            int offset = read.getInt(6 + 16 * i + 12);
            byte[] png = Arrays.copyOfRange(ico, offset, offset + length);
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(width);
        }
    }

    /// The window's own icon lies among the resources; this test says how it is made when the drawing changes.
    @Test
    void theWindowsIconIsTheSameDrawing() throws IOException {
        BufferedImage drawn = Icon.read(SVG).draw(64);

        BufferedImage shipped = ImageIO.read(Path.of("src/main/resources/dev/signalbox/ui/shell/icon.png").toFile());

        int[] wanted = drawn.getRGB(0, 0, 64, 64, null, 0, 64);
        assertThat(shipped.getRGB(0, 0, 64, 64, null, 0, 64))
                .as("draw it anew: Files.write(icon.png, Icon.read(SVG).png(64))").isEqualTo(wanted);
    }

    @Test
    void icnsIsAsLongAsItsPartsSay() throws IOException {
        byte[] icns = Icon.read(SVG).icns();
        ByteBuffer read = ByteBuffer.wrap(icns);

        assertThat(new String(icns, 0, 4)).isEqualTo("icns");
        assertThat(read.getInt(4)).isEqualTo(icns.length);
        int at = 8;
        int parts = 0;
        while (at < icns.length) {
            at += read.getInt(at + 4);
            parts++;
        }
        assertThat(at).isEqualTo(icns.length);
        assertThat(parts).isEqualTo(6);
    }
}
