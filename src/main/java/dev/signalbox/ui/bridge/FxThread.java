package dev.signalbox.ui.bridge;

import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// The screen's thread as an executor: the only class that knows `Platform`.
public final class FxThread implements Executor {

    /// Starts the toolkit without an application and runs `first` on its thread; the program then lives until [#exit()].
    public void start(Runnable first) {
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            first.run();
        });
    }

    /// Runs the work on the screen's thread, later.
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }

    /// Whether the caller is on the screen's thread.
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// Whether the system has a dark ground, as it changes. On the screen's thread.
    public ObservableValue<Boolean> systemDark() {
        return Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
    }

    /// Whether the system wants nothing to glide, as it changes. On the screen's thread.
    public ObservableValue<Boolean> systemStill() {
        return Platform.getPreferences().reducedMotionProperty();
    }

    /// Ends the toolkit.
    public void exit() {
        Platform.exit();
    }
}
