package dev.signalbox.wiring;

import dev.signalbox.ui.bridge.FxThread;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What draws windows. It begins to start at once, on a thread of its own, and lasts as long as the process: a toolkit
/// starts only once in it.
final class Toolkit implements AutoCloseable {

    private final FutureTask<FxThread> starting = new FutureTask<>(Toolkit::begin);

    Toolkit() {
        Thread.ofPlatform().name("toolkit").start(starting);
    }

    private static FxThread begin() {
        FxThread fx = new FxThread();
        fx.start(() -> {});
        return fx;
    }

    /// Its thread; waits until it has started.
    FxThread fx() throws InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The console could not be opened", bug.getCause());
        }
    }

    @Override
    public void close() {
        try {
            starting.get().exit();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException neverStarted) {
            // Who asked for it was told.
        }
    }
}
