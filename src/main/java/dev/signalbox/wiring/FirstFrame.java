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

    private static final Logger LOG = Logger.getLogger(FirstFrame.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable Path data;
    private final Path settings;
    private final String stamp;
    private final InstantSource clock;
    private final CountDownLatch painted = new CountDownLatch(1);
    private @Nullable Stage stage;

    private FirstFrame(@Nullable Path data, Path settings, String stamp, InstantSource clock) {
        this.data = data;
        this.settings = settings;
        this.stamp = stamp;
        this.clock = clock;
    }

    /// Shows nothing.
    static FirstFrame none() {
        return new FirstFrame(null, Path.of(""), "", InstantSource.system());
    }

    /// @param folders this console's alone
    /// @param stamp of the configuration in force; what stood under another one is not shown
    static FirstFrame of(Machine machine, Folders folders, String stamp) {
        return new FirstFrame(
                stamp.isEmpty() ? null : folders.data(), folders.settings(), stamp, machine.clock());
    }

    /// Whether there is nothing to be shown in any case.
    boolean isNothing() {
        return data == null;
    }

    /// Shows what was kept, if that is of use. It is a convenience: whatever goes wrong, the console opens without it.
    void show(FxThread fx) {
        try {
            WindowState last = SavedWindow.of(new SettingsFile(settings.resolve("window.properties")).peek())
                    .orElse(WindowState.FIRST);
            if (data != null && last.screen().equals(WindowState.FIRST.screen())) {
                new PreviewFile(data).read(stamp).ifPresent(kept -> {
                    Look look = new KeptLook(settings).on(fx);
                    show(kept, look, last);
                    look.close();
                });
            }
        } catch (RuntimeException unusable) {
            LOG.log(Level.INFO, "The board of last time could not be shown first", unusable);
        }
        if (stage == null) {
            painted.countDown();
        }
    }

    private void show(BoardPreview kept, Look look, WindowState last) {
        Stage window = new Stage();
        ConsoleWindow.place(window, last);
        window.setScene(scene(kept, look, clock));
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
        Theme.loadFonts();
        TokenColours tokens = look.tokens();
        Region pane = BoardScreen.preview(kept, tokens, look.appearanceProperty().get(), clock.instant());
        return new Scene(pane, WindowState.FIRST.width(), WindowState.FIRST.height(), tokens.get("bg-0"));
    }

    /// Waits until it is painted, or there is nothing to be painted. One that the system hides at once is waited for in vain, but
    /// not long. On another thread.
    void await() throws InterruptedException {
        if (!painted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(Level.FINE, "The board of last time was not painted in time");
        }
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
