package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Pictures of every screen, rendered without a display, dark and light. On the practice team the whole story is played
/// for them: a build is started, a deploy approved, the bad service rolled back. On real accounts nothing is ever sent.
record Pictures(
        Machine machine,
        Folders folders,
        @Nullable Practice practice,
        Connecting connecting,
        PrintStream out) {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    int writeTo(Path folder) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxThread fx = new FxThread();
        fx.start(() -> {});
        try (Engine engine = Engine.open(machine, folders)) {
            connecting.prepare(engine);
            connecting.connect(engine);
            FxWork work = new FxWork(fx);
            ConsoleUi ui = work.call(() -> new ConsoleUi(engine, fx, machine, practice, null));
            Scene scene = work.call(() -> new Scene(ui.shell().root(), WIDTH, HEIGHT));
            Camera camera = new Camera(work, scene, folder, out, engine.store());
            Waiting waiting = new Waiting(engine.store());
            fill(waiting);
            // The story is played by acting, which needs a journal.
            if (practice != null && engine.store().current().journalProblem().isEmpty()) {
                new PracticeStory(engine, ui, work, camera, waiting, out).play();
                screens(ui, work, camera);
                new WelcomePictures(machine, folders, practice.addresses(), fx, camera).draw();
            } else {
                screens(ui, work, camera);
                wall(ui, work, camera);
                run(ui, work, camera, waiting);
            }
            new PreviewPictures(work, engine.passing("preview"), folder, machine.clock(), out)
                    .draw(engine.store().current(), engine.known.get());
            work.run(ui::close);
        }
        fx.exit();
        return 0;
    }

    /// What cannot be read is in the pictures too, as a problem.
    private void fill(Waiting waiting) {
        try {
            waiting.until("everything is read", Duration.ofSeconds(60), Pictures::isFilled);
        } catch (IOException late) {
            out.println(late.getMessage() + "; the pictures show what was.");
        }
    }

    /// Every screen that the navigation leads to and that has no picture yet.
    static void screens(ConsoleUi ui, FxWork work, Camera camera) throws IOException {
        List<String> screens = work.call(() -> ui.navigation().screens().stream().map(Screen::id).toList());
        for (String screen : screens) {
            if (!camera.taken().contains(screen)) {
                work.run(() -> ui.navigation().go(new Place.AtScreen(screen)));
                camera.take(screen);
            }
        }
    }

    private static void run(ConsoleUi ui, FxWork work, Camera camera, Waiting waiting) throws IOException {
        Optional<Run> failed = waiting.now(Pictures::aFailedRun);
        if (failed.isPresent()) {
            work.run(() -> ui.navigation().go(new Place.AtRun(failed.get().id())));
            waiting.a(Duration.ofSeconds(4));
            camera.take("run");
        }
    }

    /// The board as it hangs on a wall.
    static void wall(ConsoleUi ui, FxWork work, Camera camera) throws IOException {
        work.run(() -> ui.navigation().wallProperty().set(true));
        camera.take("wall");
        work.run(() -> ui.navigation().wallProperty().set(false));
    }

    /// Every described target was seen or looked for, and every repository's runs were read.
    private static Optional<ConsoleState> isFilled(ConsoleState state) {
        boolean connected =
                state.connections().values().stream().allMatch(c -> c.freshAt() != null || c.problem() != null);
        boolean read = state.repositories().values().stream()
                .allMatch(r -> r.runs().readAt() != null || r.runs().problem() != null);
        boolean troubled = state.connections().values().stream().anyMatch(c -> c.problem() != null);
        boolean something = troubled || !state.repositories().isEmpty() || !state.workloads().isEmpty();
        return connected && read && something ? Optional.of(state) : Optional.empty();
    }

    static Optional<Run> aFailedRun(ConsoleState state) {
        return state.repositories().values().stream()
                .flatMap(r -> r.runs().or(List.of()).stream())
                .filter(r -> r.conclusion() == Conclusion.FAILURE)
                .max(java.util.Comparator
                        .comparing(r -> Objects.requireNonNullElse(r.updatedAt(), java.time.Instant.EPOCH)));
    }

    static Optional<PendingApproval> anApproval(ConsoleState state) {
        return state.runs().values().stream()
                .flatMap(r -> r.pending().or(List.of()).stream())
                .filter(PendingApproval::canApprove)
                .findFirst();
    }

    static boolean isSick(Workload workload) {
        Health health = HealthRule.of(workload).health();
        return health == Health.FAILED || health == Health.DEGRADED;
    }

    /// Takes a scene's picture in both themes.
    ///
    /// @param taken the names of what was taken
    record Camera(FxWork work, Scene scene, Path folder, PrintStream out, Store store, Set<String> taken) {

        Camera(FxWork work, Scene scene, Path folder, PrintStream out, Store store) {
            this(work, scene, folder, out, store, new HashSet<>());
        }

        /// Presses a key together with Ctrl, where the keyboard is.
        void press(KeyCode code) throws IOException {
            work.run(() -> Event.fireEvent(
                    Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot()),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
        }

        /// Presses the first button of that name, if one is shown.
        void fire(String id) throws IOException {
            work.run(() -> {
                if (scene.lookup("#" + id) instanceof ButtonBase button) {
                    button.fire();
                }
            });
        }

        void take(String name) throws IOException {
            taken.add(name);
            for (Theme theme : Theme.values()) {
                Path file = folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                work.run(() -> {
                    theme.applyTo(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
                // Lists that fetch what became visible only now need a moment to show it.
                new Waiting(store).a(Duration.ofMillis(400));
                work.call(() -> {
                    Snapshots.write(scene, file);
                    return true;
                });
                out.println(file);
            }
        }
    }
}
