package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.PreviewFile;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.board.BoardGlance;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.WindowState;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFrameTest {

    private static final String STAMP = "console.yaml|1|2";

    @TempDir
    private Path folder;

    private Folders folders = Folders.below(Path.of(""));
    private FirstFrame frame = FirstFrame.none();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void make() throws IOException {
        folders = Folders.below(folder);
        folders.make();
        new PreviewFile(folders.data()).write(
                BoardGlance.preview(SampleStates.rich(), Set.of(), SampleStates.NOW), STAMP, Redaction.SHAPES_ONLY);
    }

    @AfterEach
    void close() {
        Fx.act(frame::drop);
    }

    /// Shows it, as a start under this configuration does.
    private void start(String stamp) {
        frame = FirstFrame.of(Machine.here(), folders, stamp);
        Fx.act(() -> frame.show(new FxThread()));
    }

    /// What the console would open in, and whether that is on the screen already.
    private boolean isThere() {
        return Fx.run(() -> {
            Stage stage = frame.take();
            boolean there = stage.isShowing();
            stage.hide();
            return there;
        });
    }

    private Path window() {
        return folders.settings().resolve("window.properties");
    }

    @Test
    void theBoardOfLastTimeIsWhatIsSeenFirst() {
        start(STAMP);
        String said = Fx.run(() -> {
            Stage stage = frame.take();
            String words = stage.getScene().getRoot().getAccessibleText();
            stage.hide();
            return words;
        });
        assertThat(said).startsWith("As it stood ").endsWith("not current. Opening…");
    }

    @Test
    void whatStoodUnderAnotherConfigurationIsNot() {
        start("console.yaml|1|3");
        assertThat(isThere()).isFalse();
        start("");
        assertThat(isThere()).isFalse();
    }

    @Test
    void whoLeftOnAnotherScreenDoesNotSeeTheBoard() {
        new SavedWindow(new dev.signalbox.desktop.SettingsFile(window()))
                .save(new WindowState(5, 6, 1_100, 700, false, false, "runs"));
        start(STAMP);
        assertThat(isThere()).isFalse();
    }

    @Test
    void itIsWhereTheWindowWasAndInItsColours() {
        new SavedWindow(new dev.signalbox.desktop.SettingsFile(window()))
                .save(new WindowState(0, 6, 1_000, 660, false, false, "board"));
        start(STAMP);
        Fx.act(() -> {
            Stage stage = frame.take();
            assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                    .containsExactly(0.0, 6.0, 1_000.0, 660.0);
            assertThat(stage.getScene().getFill()).isEqualTo(
                    Look.plain(Appearance.USUAL.with(Appearance.Colours.LIGHT)).tokens().get("bg-0"));
            stage.hide();
        });
    }

    @Test
    void itsWindowIsTakenOverOnce() {
        start(STAMP);
        assertThat(isThere()).isTrue();
        assertThat(isThere()).isFalse();
    }

    @Test
    void whoClosesItIsHeard() {
        start(STAMP);
        assertThat(Fx.run(frame::wasClosed)).isFalse();
        Fx.act(() -> Stage.getWindows().stream()
                .filter(w -> w.getScene().getRoot().getAccessibleText() != null
                        && w.getScene().getRoot().getAccessibleText().endsWith("Opening…"))
                .toList()
                .forEach(javafx.stage.Window::hide));
        assertThat(Fx.run(frame::wasClosed)).isTrue();
    }

    @Test
    void aBrokenFileIsLeftToWhoeverTellsOfIt() throws IOException {
        Files.writeString(window(), "\u0000 not settings");
        String before = Files.readString(window());
        start(STAMP);
        assertThat(window()).hasContent(before);
        try (var files = Files.list(folders.settings())) {
            assertThat(files.filter(f -> f.toString().contains("window"))).containsExactly(window());
        }
        assertThat(isThere()).isTrue();
    }

    @Test
    void withoutAnythingKeptNothingIsShown() throws IOException {
        Files.delete(folders.data().resolve("last-state-preview.bin"));
        start(STAMP);
        assertThat(isThere()).isFalse();
        assertThat(Fx.run(frame::wasClosed)).isFalse();
    }
}
