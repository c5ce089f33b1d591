package dev.signalbox.ui.bridge;

import java.util.concurrent.Executor;
import javafx.application.Platform;

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

    /// Ends the toolkit.
    public void exit() {
        Platform.exit();
    }
}
