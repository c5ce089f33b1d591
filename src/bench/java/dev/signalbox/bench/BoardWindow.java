package dev.signalbox.bench;

import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.BoardCells;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.ui.board.BoardMemory;
import dev.signalbox.ui.board.BoardScreen;
import dev.signalbox.ui.bridge.FxInbox;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.bridge.Heartbeat;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.runs.RunsScreen;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// The console's window as a user has it, on the software renderer, with a store in place of monitors.
final class BoardWindow implements AutoCloseable {

    /// As the engine gathers changes.
    private static final int PACE_MILLIS = 30;

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 900;
    private static final FxThread FX = new FxThread();

    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Store store = new Store(new Reducer(), batch -> turns.schedule(batch, PACE_MILLIS,
            TimeUnit.MILLISECONDS));
    private final AtomicLong runsDelivered = new AtomicLong();
    private final Stage stage;
    private final Shell shell;
    private final Heartbeat heartbeat;
    private final Store.Subscription subscription;

    /// @param first which screen is shown
    BoardWindow(InstantSource clock, List<Change> world, String first) throws Exception {
        store.subscribe(state -> {});
        ShellViewModel navigation = new ShellViewModel();
        PlanSheetViewModel sheet = new PlanSheetViewModel(new FakeOperator());
        shell = call(() -> {
            Theme.loadFonts();
            Screen board = new BoardScreen(
                    store::offer, sheet, navigation, preset -> {}, page -> {}, new NothingClosed(), workers, FX);
            Screen runs = new RunsScreen(
                    store::offer, sheet, navigation, page -> {}, (job, found, absent) -> absent.accept(""), workers,
                    this::deliver);
            return new Shell(
                    navigation, first.equals("runs") ? List.of(runs, board) : List.of(board, runs), sheet, List.of(),
                    List.of(), null, () -> {}, new TimeOfDay(ZoneOffset.UTC));
        });
        FxInbox inbox = new FxInbox(FX, clock);
        inbox.listen(shell::show);
        subscription = store.subscribe(inbox::offer);
        heartbeat = call(() -> new Heartbeat(inbox::tick));
        call(() -> {
            heartbeat.start();
            return true;
        });
        stage = show(shell.root());
        call(() -> {
            shell.begin();
            return true;
        });
        world.forEach(store::offer);
    }

    private void deliver(Runnable rows) {
        FX.execute(() -> {
            rows.run();
            runsDelivered.incrementAndGet();
        });
    }

    /// How often the list of runs was given something new to show.
    long runsDelivered() {
        return runsDelivered.get();
    }

    /// Starts the toolkit for all benches of this process.
    static void startToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            FX.start(() -> {});
        } catch (IllegalStateException runsAlready) {
            // Another bench has started it.
        }
        call(() -> true);
    }

    /// A window without anything of ours.
    static Stage show(Parent root) throws Exception {
        return call(() -> {
            Stage window = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            Theme.DARK.applyTo(scene);
            window.setScene(scene);
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        });
    }

    /// Work on the screen's thread that is waited for.
    static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        FX.execute(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Work on the screen failed", failed.getCause());
        }
    }

    Store store() {
        return store;
    }

    ConsoleState state() {
        return store.current();
    }

    Stage stage() {
        return stage;
    }

    /// A node by its id; on the screen's thread.
    Node find(String id) {
        return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }

    /// A cell of the board that can be seen; on the screen's thread.
    @Nullable
    Node cell(String name) {
        return BoardCells.seen(name, find("board-list")).orElse(null);
    }

    @Override
    public void close() throws Exception {
        subscription.close();
        call(() -> {
            heartbeat.stop();
            stage.close();
            return true;
        });
        turns.shutdownNow();
        workers.shutdownNow();
    }

    /// Shows everything as rows.
    private record NothingClosed() implements BoardMemory {

        @Override
        public Set<String> closedGroups() {
            return Set.of();
        }

        @Override
        public void keep(Set<String> closedGroups) {
            // The next bench begins anew.
        }
    }
}
