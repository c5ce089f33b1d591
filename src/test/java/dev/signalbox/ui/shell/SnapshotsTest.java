package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private static final int RED = 0xffcc0000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void writesEveryPixelAtTheSizeThatIsAskedFor() throws IOException {
        Path file = folder.resolve("red.png");
        Fx.run(() -> {
            Snapshots.write(red(), Theme.DARK, 320, 200, file);
            return true;
        });
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(image.getRGB(0, 0)).isEqualTo(RED);
        assertThat(image.getRGB(319, 199)).isEqualTo(RED);
    }

    @Test
    void makesTheFoldersThatAreMissingAndReplacesWhatIsThere() throws IOException {
        Path file = folder.resolve("a/b/picture.png");
        for (double width : new double[] {100, 150}) {
            Fx.run(() -> {
                Snapshots.write(red(), Theme.LIGHT, width, 50, file);
                return true;
            });
        }
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(150);
    }

    @Test
    void showsTheSceneAsItIsNow() throws IOException {
        Path file = folder.resolve("now.png");
        Fx.run(() -> {
            Region root = red();
            Scene scene = new Scene(root, 40, 40);
            Snapshots.write(scene, file);
            root.setStyle("-fx-background-color: #00aa00;");
            Snapshots.write(scene, file);
            return true;
        });
        assertThat(ImageIO.read(file.toFile()).getRGB(20, 20)).isEqualTo(0xff00aa00);
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailure() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("picture.png");
        assertThatThrownBy(() -> Fx.run(() -> {
            Snapshots.write(red(), Theme.DARK, 10, 10, blocked);
            return true;
        })).hasRootCauseInstanceOf(IOException.class);
    }

    private static Region red() {
        Region region = new Region();
        region.setStyle("-fx-background-color: #cc0000;");
        return region;
    }
}
