package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.history.PreviewFile;
import dev.signalbox.ui.board.BoardScreen;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.ConsoleWindow;
import dev.signalbox.ui.shell.WindowState;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.theme.TokenColours;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What a start shows first: the board as it stood last time, in the window that the console takes over when it is open.
/// Nothing can be done in it but to close it. But for its making, on the screen's thread.
final class FirstFrame {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Optional<BoardPreview> kept;
    private final WindowState last;
    private final Path settings;
    private final InstantSource clock;
    private final CountDownLatch painted = new CountDownLatch(1);
    private @Nullable Stage stage;

    private FirstFrame(Optional<BoardPreview> kept, WindowState last, Path settings, InstantSource clock) {
        this.kept = kept;
        this.last = last;
        this.settings = settings;
        this.clock = clock;
    }

    /// Shows nothing.
    static FirstFrame none() {
        return new FirstFrame(Optional.empty(), WindowState.FIRST, Path.of(""), InstantSource.system());
    }

    /// Reads what was kept, if that is of use; whatever goes wrong, the console opens without it. On any thread: there is time
    /// while the toolkit starts.
    ///
    /// @param folders this console's alone
    /// @param stamp of the configuration in force; what stood under another one is not shown
    static FirstFrame of(Machine machine, Folders folders, String stamp) {
        if (stamp.isEmpty()) {
            return none();
        }
        try {
            WindowState last = SavedWindow.of(
                    new SettingsFile(folders.settings().resolve("window.properties")).peek())
                    .orElse(WindowState.FIRST);
            Optional<BoardPreview> kept = last.screen().equals(WindowState.FIRST.screen())
                    ? new PreviewFile(folders.data()).read(stamp)
                    : Optional.empty();
            return new FirstFrame(kept, last, folders.settings(), machine.clock());
        } catch (RuntimeException unusable) {
            log(Level.INFO, "The board of last time could not be read", unusable);
            return none();
        }
    }

    /// Whether there is nothing to be shown.
    boolean isNothing() {
        return kept.isEmpty();
    }

    /// Shows what was kept. It is a convenience: whatever goes wrong, the console opens without it.
    void show(FxThread fx) {
        try {
            if (kept.isPresent()) {
                Look look = new KeptLook(settings).on(fx);
                show(kept.get(), look);
                look.close();
            }
        } catch (RuntimeException unusable) {
            log(Level.INFO, "The board of last time could not be shown first", unusable);
        }
        if (stage == null) {
            painted.countDown();
        }
    }

    private void show(BoardPreview preview, Look look) {
        Stage window = new Stage();
        ConsoleWindow.place(window, last);
        window.setScene(scene(preview, look, clock));
        window.show();
        stage = window;
        new Pulses(window.getScene(), painted).start();
    }

    /// Counts until the window has been painted: the system shows a window, tells its size, and wants it drawn again, all on the
    /// screen's thread, while the drawing goes on beside it. A picture of one point waits for what is being drawn.
    private static final class Pulses extends AnimationTimer {

        private final Scene scene;
        private final CountDownLatch painted;
        private final SnapshotParameters point = new SnapshotParameters();
        private int left = 6;

        private Pulses(Scene scene, CountDownLatch painted) {
            point.setViewport(new Rectangle2D(0, 0, 1, 1));
            this.scene = scene;
            this.painted = painted;
        }

        @Override
        public void handle(long now) {
            scene.getRoot().snapshot(point, null);
            left--;
            if (left == 0) {
                painted.countDown();
                stop();
            }
        }
    }

    /// The scene of a preview in some look.
    static Scene scene(BoardPreview kept, Look look, InstantSource clock) {
        Theme.loadFirstFonts();
        TokenColours tokens = look.tokens();
        Region pane = BoardScreen.preview(kept, tokens, look.appearanceProperty().get(), clock.instant());
        return new Scene(pane, WindowState.FIRST.width(), WindowState.FIRST.height(), tokens.get("bg-0"));
    }

    /// Waits until it is painted, or there is nothing to be painted. One that the system hides at once is waited for in vain, but
    /// not long. On another thread.
    void await() throws InterruptedException {
        if (!painted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            log(Level.FINE, "The board of last time was not painted in time", null);
        }
    }

    /// No field: this class is needed before the toolkit begins to start, and the first logger of a process opens every jar.
    private static void log(Level level, String words, @Nullable Throwable cause) {
        Logger.getLogger(FirstFrame.class.getName()).log(level, words, cause);
    }

    /// Whether somebody closed it, and with it the console that was about to open.
    boolean wasClosed() {
        return stage != null && !stage.isShowing();
    }

    /// The window for the console: this one's, once, and others after that.
    Stage take() {
        Stage mine = stage;
        stage = null;
        return mine == null ? new Stage() : mine;
    }

    /// Takes it off the screen, when something else than the board is to be seen.
    void drop() {
        Stage mine = stage;
        stage = null;
        if (mine != null) {
            mine.close();
        }
    }
}
