package dev.signalbox.wiring;

import dev.signalbox.ui.bridge.FxThread;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work on the screen's thread that the caller waits for.
record FxWork(FxThread fx) {

    <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        fx.execute(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("Work on the screen failed", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        }
    }

    void run(Runnable work) throws IOException {
        call(() -> {
            work.run();
            return true;
        });
    }
}
