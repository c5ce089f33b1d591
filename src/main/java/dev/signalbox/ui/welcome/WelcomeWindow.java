package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.shell.ConsoleWindow;
import dev.signalbox.ui.shell.ZoomPane;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window of somebody for whom nothing is set up yet.
public final class WelcomeWindow {

    private static final double WIDTH = 1_080;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 560;

    private final Stage stage;
    private final Runnable closed;
    private final WelcomePane pane;
    private final Scene scene;

    /// @param look what the window wears until it is gone, and closes then
    /// @param troubles what went wrong before, in sentences; empty for nothing
    /// @param practise goes to the practice team, or says why it cannot
    /// @param desk asked by the steps
    /// @param opened opens the board, once everything is kept
    /// @param background where what blocks runs
    /// @param fx the screen's thread
    /// @param closed what happens when the window is closed, by a person or by [#close]
    public WelcomeWindow(
            Stage stage, Look look, List<String> troubles, Supplier<Optional<String>> practise, SetupDesk desk,
            Runnable opened, InstantSource clock, Executor background, Executor fx, Runnable closed) {
        this(stage, look, WelcomePane.whole(troubles, practise, desk, opened, clock, background, fx), closed);
    }

    /// The first page for somebody whose own file cannot be used: it is read again once they have mended it, and nothing is
    /// set up in its place.
    ///
    /// @param again reads it again
    public static WelcomeWindow mending(
            Stage stage, Look look, Path file, List<String> troubles, Supplier<Optional<String>> practise,
            Runnable again, Runnable closed) {
        return new WelcomeWindow(stage, look, WelcomePane.mending(file, troubles, practise, again), closed);
    }

    /// The steps alone, for one more account or cluster.
    ///
    /// @param taken names that connections have already
    /// @param cluster whether they begin with the clusters
    /// @param home leads back to the board, whether something was added or not
    public static WelcomeWindow adding(
            Stage stage, Look look, List<ConnectionId> taken, boolean cluster, SetupDesk desk, Runnable home,
            InstantSource clock, Executor background, Executor fx, Runnable closed) {
        return new WelcomeWindow(
                stage, look,
                WelcomePane.steps(
                        taken, cluster ? Step.CLUSTERS : Step.ACCOUNT, desk, home, clock, background, fx),
                closed);
    }

    private WelcomeWindow(Stage stage, Look look, WelcomePane pane, Runnable closed) {
        Theme.loadFonts();
        this.stage = stage;
        this.closed = closed;
        this.pane = pane;
        // What is drawn larger needs a larger window, as far as the display has one.
        double zoom = Math.max(1, look.zoom().getValue());
        Rectangle2D display = Screen.getPrimary().getVisualBounds();
        double widest = Math.max(WIDTH, display.getWidth());
        double highest = Math.max(HEIGHT, display.getHeight());
        scene = new Scene(
                new ZoomPane(pane, look.zoom()), Math.min(WIDTH * zoom, widest), Math.min(HEIGHT * zoom, highest));
        look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (KeyCombination.valueOf("Shortcut+Shift+L").match(key)) {
                look.darkProperty().set(!look.darkProperty().get());
                key.consume();
            }
        });
        stage.setTitle("Signalbox");
        stage.getIcons().add(new Image(Objects.requireNonNull(ConsoleWindow.class.getResource("icon.png")).toString()));
        stage.setMinWidth(Math.min(LEAST_WIDTH * zoom, widest));
        stage.setMinHeight(Math.min(LEAST_HEIGHT * zoom, highest));
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> closed.run());
        stage.setOnHidden(e -> look.close());
    }

    /// Shows it; the keyboard is where a person begins.
    public void show() {
        stage.show();
        pane.takeFocus();
    }

    /// For pictures of what it shows.
    public Scene scene() {
        return scene;
    }

    /// Brings it before the other windows, as far as the system lets a program do that. One that was closed stays so:
    /// somebody may ring while the console ends.
    public void comeToFront() {
        if (!stage.isShowing()) {
            return;
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Closes it as a person would; does nothing when it is closed already.
    public void close() {
        if (stage.isShowing()) {
            stage.hide();
            closed.run();
        }
    }
}
