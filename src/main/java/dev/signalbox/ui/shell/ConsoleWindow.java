package dev.signalbox.ui.shell;

import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The console's window: where it was last time, in the theme of last time, on the screen of last time.
public final class ConsoleWindow {

    private final Stage stage;
    private final Shell shell;
    private final WindowMemory memory;
    private final Scene scene;
    private final Runnable closed;
    private BooleanSupplier hides = () -> false;
    private Runnable hidden = () -> {};
    private boolean outOfSight;
    /// Size and place while not maximized.
    private WindowState free = WindowState.FIRST;

    /// In an appearance that is not remembered, but for dark and light.
    public ConsoleWindow(Stage stage, Shell shell, WindowMemory memory, Runnable closed) {
        this(stage, shell, Look.plain(lastOf(memory)), memory, closed);
    }

    /// @param look the appearance, which the window wears from its first frame on
    /// @param closed what happens when the window is closed, by a person or by [#close]
    public ConsoleWindow(Stage stage, Shell shell, Look look, WindowMemory memory, Runnable closed) {
        this.stage = stage;
        this.shell = shell;
        this.memory = memory;
        this.closed = closed;
        WindowState last = place(stage, memory.load().orElse(WindowState.FIRST));
        free = last;
        scene = new Scene(shell.root(), last.width(), last.height());
        stage.getIcons().add(new Image(Objects.requireNonNull(ConsoleWindow.class.getResource("icon.png")).toString()));
        stage.setScene(scene);
        shell.model().go(new Place.AtScreen(last.screen()));
        shell.wear(look, scene);
        shell.model().zoomProperty().subscribe(zoom -> makeRoom(last));
        shell.model().darkProperty().addListener((property, before, now) -> remember());
        shell.model().currentProperty().addListener((property, before, now) -> remember());
        stage.setFullScreenExitHint("");
        // Esc is the shell's: it leaves the wall, and with it the full screen.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        shell.model().wallProperty().subscribe(stage::setFullScreen);
        stage.fullScreenProperty().subscribe(full -> shell.model().wallProperty().set(full));
        stage.setOnHiding(e -> remember());
        stage.setOnCloseRequest(this::closeWanted);
    }

    /// Puts a window where the console's is to be. One that is on the screen already stays where it is: a person may have moved
    /// it, and the system may have filled the screen with it.
    ///
    /// @param wanted where it was last time
    /// @return where that is on the screens of today
    public static WindowState place(Stage stage, WindowState wanted) {
        WindowState last = WindowPlacement.within(wanted, areas());
        if (stage.isShowing()) {
            return last;
        }
        stage.setTitle("Signalbox");
        stage.setMinWidth(Math.min(WindowPlacement.LEAST_WIDTH, last.width()));
        stage.setMinHeight(Math.min(WindowPlacement.LEAST_HEIGHT, last.height()));
        stage.setX(last.x());
        stage.setY(last.y());
        stage.setWidth(last.width());
        stage.setHeight(last.height());
        stage.setMaximized(last.maximized());
        return last;
    }

    /// Has it go out of sight when a person closes it, instead of being closed.
    ///
    /// @param wanted asked each time
    /// @param gone called each time when it has gone out of sight
    public void hideWhile(BooleanSupplier wanted, Runnable gone) {
        hides = wanted;
        hidden = gone;
    }

    private void closeWanted(WindowEvent request) {
        if (!hides.getAsBoolean()) {
            closed.run();
            return;
        }
        request.consume();
        outOfSight = true;
        stage.hide();
        hidden.run();
    }

    public void show() {
        stage.show();
        shell.begin();
    }

    /// Closes it for good, also out of sight; does nothing when it is closed already.
    public void close() {
        if (stage.isShowing() || outOfSight) {
            outOfSight = false;
            stage.hide();
            closed.run();
        }
    }

    /// Brings it before the other windows, as far as the system lets a program do that. One that was closed stays so:
    /// somebody may ring while the console ends.
    public void comeToFront() {
        if (outOfSight) {
            outOfSight = false;
            stage.show();
        }
        if (!stage.isShowing()) {
            return;
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Whether it went out of sight instead of being closed.
    public boolean isOutOfSight() {
        return outOfSight;
    }

    /// For pictures of what it shows.
    public Scene scene() {
        return scene;
    }

    private static Appearance lastOf(WindowMemory memory) {
        boolean dark = memory.load().orElse(WindowState.FIRST).dark();
        return Appearance.USUAL.with(dark ? Appearance.Colours.DARK : Appearance.Colours.LIGHT);
    }

    /// What is drawn larger needs a larger window, as far as the display has one.
    private void makeRoom(WindowState last) {
        double zoom = Math.max(1, shell.model().zoomProperty().get());
        Rectangle2D display = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(WindowPlacement.LEAST_WIDTH * zoom, Math.max(last.width(), display.getWidth())));
        stage.setMinHeight(Math.min(WindowPlacement.LEAST_HEIGHT * zoom, Math.max(last.height(), display.getHeight())));
    }

    private void remember() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen() && stage.isShowing()) {
            free = new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false, true, "");
        }
        dev.signalbox.ui.shell.Screen current = shell.model().currentProperty().get();
        memory.save(new WindowState(
                free.x(), free.y(), free.width(), free.height(), stage.isMaximized(),
                shell.model().darkProperty().get(),
                current == null ? WindowState.FIRST.screen() : current.id()));
    }

    private static List<WindowPlacement.Area> areas() {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(b -> new WindowPlacement.Area(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                .toList();
    }
}
