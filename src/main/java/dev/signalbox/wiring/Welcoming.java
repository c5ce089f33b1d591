package dev.signalbox.wiring;

import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.welcome.WelcomeWindow;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.stage.Stage;

/// The first window of somebody for whom nothing is set up yet.
///
/// @param leaving where it leads
record Welcoming(Machine machine, Toolkit toolkit, Departure leaving) {

    /// Shows it, and comes back when it was closed or left.
    ///
    /// @param troubles what is wrong with the configuration that is there, in sentences; none when there is none
    void run(List<String> troubles) throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            FxThread fx = toolkit.fx();
            FutureTask<?> showing = new FutureTask<>(() -> show(fx, troubles, closed), null);
            fx.execute(showing);
            showing.get();
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The console could not be opened", bug.getCause());
        }
    }

    private void show(FxThread fx, List<String> troubles, CountDownLatch closed) {
        Theme.loadFonts();
        WelcomeWindow window = new WelcomeWindow(new Stage(), troubles, () -> leaving.to(new Way.Practise()), closed::countDown);
        leaving.closeWith(() -> fx.execute(window::close));
        window.show();
    }
}
