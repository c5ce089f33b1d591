package dev.signalbox.ui.welcome;

import dev.signalbox.ui.shell.ConsoleWindow;
import dev.signalbox.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The window of somebody for whom nothing is set up yet.
public final class WelcomeWindow {

    private static final double WIDTH = 1_080;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 560;

    private final Stage stage;
    private final Runnable closed;
    private final WelcomeView view;

    /// @param troubles what is wrong with what is set up, in sentences; empty when nothing is set up
    /// @param practise goes to the practice team, or says why it cannot
    /// @param closed what happens when the window is closed, by a person or by [#close]
    public WelcomeWindow(
            Stage stage, List<String> troubles, Supplier<Optional<String>> practise, Runnable closed) {
        this.stage = stage;
        this.closed = closed;
        view = new WelcomeView(new WelcomeViewModel(troubles, practise));
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        Theme[] theme = {Theme.DARK};
        theme[0].applyTo(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (KeyCombination.valueOf("Shortcut+Shift+L").match(key)) {
                theme[0] = theme[0].other();
                theme[0].applyTo(scene);
                key.consume();
            }
        });
        stage.setTitle("Signalbox");
        stage.getIcons().add(new Image(Objects.requireNonNull(ConsoleWindow.class.getResource("icon.png")).toString()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> closed.run());
    }

    /// Shows it; the keyboard is where a person begins.
    public void show() {
        stage.show();
        view.takeFocus();
    }

    /// Closes it as a person would; does nothing when it is closed already.
    public void close() {
        if (stage.isShowing()) {
            stage.hide();
            closed.run();
        }
    }
}
