package dev.signalbox.wiring;

import dev.signalbox.action.Operator;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The whole console but its window, for measuring: the same engine that a user starts, led to one cluster.
public final class RunningConsole implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Engine engine;

    private RunningConsole(Engine engine) {
        this.engine = engine;
    }

    /// Starts on a cluster that a kubeconfig leads to.
    ///
    /// @param folder where journal and settings are kept
    /// @param kubeconfig text of the file
    /// @param cluster name of the context, and of the connection
    public static RunningConsole on(Path folder, String kubeconfig, String cluster, String namespace)
            throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, kubeconfig);
        ConsoleConfig config = new ConsoleConfig(
                List.of(),
                List.of(new ConsoleConfig.ClusterContext(
                        new ConnectionId(cluster), List.of(file), cluster, List.of(namespace), List.of())),
                null);
        return new RunningConsole(Engine.start(Machine.here(), config, List.of(), folders));
    }

    public Store store() {
        return engine.store();
    }

    public Operator operator() {
        return engine.operator();
    }

    /// Waits until the state has it.
    ///
    /// @throws TimeoutException when it has not within a minute
    public <T> T await(Function<ConsoleState, Optional<T>> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> found = new CompletableFuture<>();
        Store.Subscription subscription = store().subscribe(state -> wanted.apply(state).ifPresent(found::complete));
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            subscription.close();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
