package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Browser;
import dev.signalbox.desktop.Folders;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.welcome.WelcomeWindow;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.stage.Stage;

/// The first window of somebody for whom nothing is set up yet.
///
/// @param folders of a console that does not practise
/// @param leaving where it leads
/// @param door where a second start rings
record Welcoming(Machine machine, Folders folders, Toolkit toolkit, Departure leaving, Door door) {

    /// Shows it, and comes back when it was closed or left.
    ///
    /// @param troubles what is wrong with the configuration that is there, in sentences; none when there is none
    void run(List<String> troubles) {
        CountDownLatch closed = new CountDownLatch(1);
        try (Threads threads = new Threads()) {
            FxThread fx = toolkit.fx();
            FutureTask<?> showing = new FutureTask<>(() -> show(fx, threads, troubles, closed), null);
            fx.execute(showing);
            showing.get();
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The console could not be opened", bug.getCause());
        } finally {
            door.leave();
        }
    }

    private void show(FxThread fx, Threads threads, List<String> troubles, CountDownLatch closed) {
        Theme.loadFonts();
        WelcomeWindow window = new WelcomeWindow(
                new Stage(), troubles, () -> leaving.to(new Way.Practise()), office(machine, folders, threads),
                leaving::again, machine.clock(), threads.workers(), fx, closed::countDown);
        leaving.closeWith(() -> fx.execute(window::close));
        window.show();
        // A link that came along waits for a board: there is nothing here that it could lead to.
        door.answer(link -> fx.execute(window::comeToFront));
    }

    /// Answers what the steps ask, by the ordinary providers.
    static SetupOffice office(Machine machine, Folders folders, Threads threads) {
        Browser browser = new Browser(machine.system(), ConsoleUi.pathOf(machine));
        SetupDoors outside = new SetupDoors(machine, threads, machine.environment());
        VaultPlace place = new VaultPlace(machine, folders, Terminal.here());
        return new SetupOffice(
                outside, new KeptSetup(folders, outside, place::open), machine.clock(), Pause.real(),
                page -> threads.workers().execute(() -> browser.open(page)));
    }
}
