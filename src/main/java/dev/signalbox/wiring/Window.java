package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.ConsoleWindow;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The console in a window, until a person closes it.
record Window(
        Machine machine,
        ConsoleConfig config,
        List<String> problems,
        Folders folders,
        @Nullable Practice practice) {

    /// How long closing waits for what the journal is still owed.
    private static final Duration GRACE = Duration.ofSeconds(12);

    int run() {
        CountDownLatch closed = new CountDownLatch(1);
        FxThread fx = new FxThread();
        fx.start(() -> {});
        try (Engine engine = Engine.start(machine, config, problems, folders)) {
            fx.execute(() -> open(engine, fx, closed));
            closed.await();
            settle(engine);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        fx.exit();
        return 0;
    }

    private void open(Engine engine, FxThread fx, CountDownLatch closed) {
        ConsoleUi ui = new ConsoleUi(engine, fx, machine, practice);
        SavedWindow memory = new SavedWindow(new SettingsFile(folders.settings().resolve("window.properties")));
        new ConsoleWindow(new Stage(), ui.shell(), memory, () -> {
            ui.close();
            closed.countDown();
        })
                .show();
    }

    /// What was done must be on disk before the console goes: it tries every few seconds.
    private static void settle(Engine engine) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (long waited = 0; engine.owesTheJournal() && waited < GRACE.toSeconds(); waited++) {
            if (never.await(1, java.util.concurrent.TimeUnit.SECONDS)) {
                return;
            }
        }
        if (engine.owesTheJournal()) {
            System.err.println("The journal could not be written; what was done last is not in it.");
        }
    }
}
