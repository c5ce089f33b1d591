package dev.signalbox.wiring;

import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.Notifications;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.ConsoleWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The console in a window, until a person closes it.
///
/// What is kept on this machine opens on a thread of its own, beside the toolkit and beside whatever the caller does
/// before [#run]. Reading the outside begins when the window has been drawn, so as not to take the processor from it.
final class Window implements AutoCloseable {

    /// How long closing waits for what the journal is still owed.
    private static final Duration GRACE = Duration.ofSeconds(12);

    /// A window that is hidden at once, by the system or by a person, may never be drawn.
    private static final Duration DRAWN = Duration.ofSeconds(2);

    /// How often what the board shows is kept for the next start.
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Machine machine;
    private final Folders folders;
    private final Toolkit toolkit;
    private final Departure departure;
    private final FutureTask<Engine> engine;
    private Door door = Door.closed("");
    private List<String> told = List.of();

    /// Begins to open.
    ///
    /// @param departure asked where to go once [#run] has come back
    Window(Machine machine, Folders folders, Toolkit toolkit, Departure departure) {
        this.machine = machine;
        this.folders = folders;
        this.toolkit = toolkit;
        this.departure = departure;
        engine = new FutureTask<>(() -> Engine.open(machine, folders));
        Thread.ofPlatform().name("opening").start(engine);
    }

    /// Has it come to the front when a second start rings, and follow the links that it is given. Before [#run].
    Window heardAt(Door where) {
        door = where;
        return this;
    }

    /// Has it begin with these sentences, of the window before. Before [#run].
    Window telling(List<String> sentences) {
        told = List.copyOf(sentences);
        return this;
    }

    /// Shows the window, then connects, and comes back when the window was closed.
    ///
    /// @throws IOException when there is nothing that could be connected
    void run(@Nullable Practice practice, Connecting connecting) throws IOException {
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Engine opened = engine.get();
            FxThread fx = toolkit.fx();
            FutureTask<TrayWatch> showing = new FutureTask<>(() -> show(opened, fx, practice, drawn, closed));
            fx.execute(showing);
            opened.vault().attend();
            connecting.prepare(opened);
            LastBoard last = new LastBoard(folders, opened.known, opened.store())
                    .and(KeptPreview.of(opened, folders, connecting.stamp(), machine.clock()));
            Set<ConnectionId> remembered = connecting.remembered();
            last.recall(remembered, connecting::reads);
            TrayWatch tray = showing.get();
            drawn.await(DRAWN.toMillis(), TimeUnit.MILLISECONDS);
            if (closed.getCount() == 0) {
                return;
            }
            opened.threads().every(TrayWatch.EVERY, tray::look);
            connecting.connect(opened);
            if (opened.threads().timePassesAsItDoes()) {
                // On the screen's thread, which then is not in the middle of drawing.
                Untouched untouched =
                        new Untouched(opened.vault().idle()::untouched, javafx.stage.Window::getWindows);
                SpareMemory spare = new SpareMemory(machine.ticker(), untouched, System::gc);
                opened.threads().every(SpareMemory.EVERY, () -> fx.execute(spare::step));
            }
            if (!remembered.isEmpty()) {
                opened.threads().every(KEPT, () -> opened.threads().workers().execute(last::keep));
            }
            closed.await();
            if (!remembered.isEmpty()) {
                last.keep();
            }
            settle(opened);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The console could not be opened", bug.getCause());
        } finally {
            close();
        }
    }

    private TrayWatch show(
            Engine opened, FxThread fx, @Nullable Practice practice, CountDownLatch drawn, CountDownLatch closed) {
        ConsoleUi ui = new ConsoleUi(opened, fx, machine, practice, departure);
        Closing icon = new Closing();
        SavedWindow memory = new SavedWindow(new SettingsFile(folders.settings().resolve("window.properties")));
        FirstFrame frame = toolkit.frame();
        boolean unwanted = frame.wasClosed();
        Runnable end = () -> {
            hearNoMore();
            // The desktop may not answer, and nobody waits for it.
            Thread.ofVirtual().name("tray").start(icon::close);
            ui.close();
            drawn.countDown();
            closed.countDown();
        };
        ConsoleWindow window = new ConsoleWindow(frame.take(), ui.shell(), ui.look(), memory, end);
        window.scene().addPostLayoutPulseListener(drawn::countDown);
        if (!unwanted) {
            window.show();
        }
        told.forEach(words -> ui.shell().say("Not all is forgotten", words, null));
        Consumer<String> wanted = link -> fx.execute(() -> {
            window.comeToFront();
            ui.follow(link);
        });
        AwtIcon elsewhere = new AwtIcon(machine.system(), wanted, machine.ticker());
        ui.tellNews(
                opened, fx, machine, Notifications.of(machine.system(), machine.environment(), wanted, elsewhere));
        door.answer(wanted);
        departure.closeWith(() -> fx.execute(window::close));
        Tray tray = Tray.of(
                machine.system(), machine.environment(), practice == null ? "Signalbox" : "Signalbox, practice",
                new TrayDesk(window, ui.closing(), ui::follow, ui::tell, fx), opened.threads().workers(), elsewhere);
        icon.later(tray);
        if (unwanted) {
            end.run();
        }
        return new TrayWatch(
                opened.store(), machine.clock(), machine.ticker(), tray, opened.threads().workers());
    }

    /// Where no other window follows, whoever starts from now on is not heard and becomes the next console.
    private void hearNoMore() {
        if (departure.next().isPresent()) {
            door.leave();
        } else {
            door.close();
        }
    }

    /// Ends what was opened, so that what it still writes is written. The toolkit stays.
    @Override
    public void close() {
        door.leave();
        try {
            engine.get().close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException neverOpened) {
            // Who asked for it was told.
        }
    }

    /// What was done must be on disk before the console goes: it tries every few seconds.
    private static void settle(Engine engine) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (long waited = 0; engine.owesTheJournal() && waited < GRACE.toSeconds(); waited++) {
            if (never.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        if (engine.owesTheJournal()) {
            System.err.println("The journal could not be written; what was done last is not in it.");
        }
    }
}
