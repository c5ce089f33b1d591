package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.ui.palette.PaletteEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The palette of the whole console, with every source that the wiring gives it.
class PaletteActsTest {

    @TempDir
    private Path folder;

    @Test
    void aFailedRunIsRunAgainOnTheSheet() throws IOException {
        try (SettingsFixture console = new SettingsFixture(folder)) {
            List<String> titles = Fx.run(() -> {
                Scene scene = new Scene(console.root(), 1_000, 800);
                console.ui.shell().show(new LargeBoard(3, 6).state(), LargeBoard.NOW);
                Event.fireEvent(console.root(), new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.K, false, true, false, false));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                ((TextField) console.find("palette-field")).setText("re-run failed service-0001");
                return ((ListView<?>) console.find("palette-list")).getItems().stream()
                        .map(entry -> ((PaletteEntry) entry).title())
                        .toList();
            });

            assertThat(titles).first().asString().startsWith("Re-run failed jobs of service-0001 · Release #");

            Fx.act(() -> Event.fireEvent(console.find("palette-field"), new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
            assertThat(Fx.run(() -> console.ui.sheet().openProperty().get())).isTrue();
        }
    }
}
