package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which pictures there are, without the story that fills them.
class PicturesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @Test
    void everyScreenOfTheNavigationHasItsPicturesOnce() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Path pictures = folder.resolve("pictures");
        try (SettingsFixture console = new SettingsFixture(folder.resolve("console"));
                PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            FxWork work = new FxWork(new FxThread());
            Scene scene = Fx.run(() -> new Scene(console.root(), 800, 500));
            Pictures.Camera camera = new Pictures.Camera(work, scene, pictures, out, console.store());
            // The story was there already.
            camera.take("board");
            Pictures.screens(console.ui, work, camera);

            List<String> ids = Fx.run(() -> console.ui.navigation().screens().stream().map(Screen::id).toList());
            assertThat(ids).contains("board", "settings");
            assertThat(told.toString(StandardCharsets.UTF_8).lines()).containsExactlyInAnyOrderElementsOf(ids.stream()
                    .flatMap(id -> Stream.of(id + "-dark.png", id + "-light.png"))
                    .map(name -> pictures.resolve(name).toString())
                    .toList());
            assertThat(ids).allSatisfy(id -> assertThat(pictures.resolve(id + "-light.png")).isNotEmptyFile());
        }
    }
}
