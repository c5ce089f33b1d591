package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The console with its window on one cluster. Says when it has seen as many pods as were announced, and stays.
public final class WatchedPods {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Whatever follows the first sight has happened by then.
    private static final Duration SETTLES = Duration.ofSeconds(10);

    private WatchedPods() {}

    /// @param arguments a folder for the files, a kubeconfig, the context's name, its namespace, and how many pods
    public static void main(String... arguments) throws IOException {
        Folders folders = Folders.below(Path.of(arguments[0]));
        folders.make();
        ConsoleConfig config = new ConsoleConfig(
                List.of(),
                List.of(new ConsoleConfig.ClusterContext(
                        new ConnectionId(arguments[2]), List.of(Path.of(arguments[1])), arguments[2],
                        List.of(arguments[3]), List.of())),
                null);
        Machine machine = Machine.here();
        FxThread fx = new FxThread();
        fx.start(() -> {});
        FxWork work = new FxWork(fx);
        try (Engine engine = Engine.start(machine, config, List.of(), folders)) {
            work.call(() -> {
                ConsoleUi ui = new ConsoleUi(engine, fx, machine, null, null);
                Scene scene = new Scene(ui.shell().root(), 1440, 900);
                Theme.DARK.applyTo(scene);
                Stage stage = new Stage();
                stage.setScene(scene);
                stage.show();
                return ui;
            });
            int wanted = Integer.parseInt(arguments[4]);
            Waiting waiting = new Waiting(engine.store());
            waiting.until("all pods are seen", PATIENCE, s -> isFresh(s) && pods(s) >= wanted
                    ? Optional.of(s)
                    : Optional.empty());
            waiting.a(SETTLES);
            System.out.println("seen " + pods(engine.store().current()));
            System.out.flush();
            waiting.a(PATIENCE);
        }
    }

    private static boolean isFresh(ConsoleState state) {
        return !state.connections().isEmpty()
                && state.connections().values().stream().allMatch(c -> c.freshAt() != null);
    }

    private static int pods(ConsoleState state) {
        return state.workloads().values().stream()
                .map(reading -> reading.value())
                .mapToInt(workload -> workload == null ? 0 : workload.pods().size())
                .sum();
    }
}
