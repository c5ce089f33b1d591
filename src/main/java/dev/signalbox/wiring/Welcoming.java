package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Browser;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.welcome.WelcomeWindow;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.stage.Stage;

/// The first window of somebody for whom nothing is set up yet.
///
/// @param folders of a console that does not practise
/// @param leaving where it leads
/// @param door where a second start rings
record Welcoming(Machine machine, Folders folders, Toolkit toolkit, Departure leaving, Door door) {

    /// Makes the window, on the screen's thread.
    private interface Maker {

        WelcomeWindow make(FxThread fx, Threads threads, Runnable closed);
    }

    /// Shows it, and comes back when it was closed or left.
    ///
    /// @param there what the configuration says though nothing is connected; it is kept
    /// @param troubles what went wrong before, in sentences
    void run(ConsoleConfig there, List<String> troubles) {
        open((fx, threads, closed) -> new WelcomeWindow(
                new Stage(), look(fx), troubles, () -> leaving.to(new Way.Practise()),
                office(machine, folders, threads, there), this::home, machine.clock(), threads.workers(), fx, closed));
    }

    /// Shows what is wrong with a file that somebody named, instead of anything that could be kept.
    ///
    /// @param troubles in sentences
    void mend(Path file, List<String> troubles) {
        open((fx, threads, closed) -> WelcomeWindow.mending(
                new Stage(), look(fx), file, troubles, () -> leaving.to(new Way.Practise()), leaving::again, closed));
    }

    /// Shows the steps alone, for one more account or cluster; leads to the board, whether one was added or not.
    ///
    /// @param there what is set up already
    void add(ConsoleConfig there, Way.First first) {
        open((fx, threads, closed) -> adding(there, first, fx, threads, closed));
    }

    /// The window of the steps alone. On the screen's thread.
    WelcomeWindow adding(ConsoleConfig there, Way.First first, FxThread fx, Threads threads, Runnable closed) {
        List<ConnectionId> taken = Stream.concat(
                there.accounts().stream().map(ConsoleConfig.CiAccount::id),
                there.clusters().stream().map(ConsoleConfig.ClusterContext::id)).toList();
        return WelcomeWindow.adding(
                new Stage(), look(fx), taken, first == Way.First.CLUSTER, office(machine, folders, threads, there),
                this::home, machine.clock(), threads.workers(), fx, () -> {
                    home();
                    closed.run();
                });
    }

    private Look look(FxThread fx) {
        return new KeptLook(folders.settings()).on(fx);
    }

    private void home() {
        leaving.to(new Way.Own()).ifPresent(System.err::println);
    }

    private void open(Maker maker) {
        CountDownLatch closed = new CountDownLatch(1);
        try (Threads threads = new Threads()) {
            FxThread fx = toolkit.fx();
            fx.execute(toolkit.frame()::drop);
            FutureTask<?> showing = new FutureTask<>(() -> show(maker.make(fx, threads, closed::countDown), fx), null);
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

    private void show(WelcomeWindow window, FxThread fx) {
        leaving.closeWith(() -> fx.execute(window::close));
        window.show();
        // A link that came along waits for the board: there is nothing here yet that it could lead to.
        door.keep(() -> fx.execute(window::comeToFront));
    }

    /// Answers what the steps ask, by the ordinary providers.
    ///
    /// @param there what is set up already, to which is added
    static SetupOffice office(Machine machine, Folders folders, Threads threads, ConsoleConfig there) {
        KnownSecrets known = new KnownSecrets();
        known.keepToOurselves(Tokens.variables(there));
        Browser browser = new Browser(machine.system(), machine.programs(), known::variables);
        SetupDoors outside = new SetupDoors(machine, threads, known.forPrograms(machine.environment()));
        VaultPlace place = new VaultPlace(machine, folders, Terminal.here());
        return new SetupOffice(
                outside, new KeptSetup(folders, outside, place::open, there), machine.clock(), Pause.real(),
                page -> threads.workers().execute(() -> browser.open(page)));
    }
}
