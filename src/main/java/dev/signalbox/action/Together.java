package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/// Reads several things at once, each on a thread of its own.
final class Together {

    private final Executor threads;

    Together(Executor threads) {
        this.threads = threads;
    }

    /// Begins to read; the value is asked for later.
    <T> Begun<T> begin(Read<T> read) {
        FutureTask<T> task = new FutureTask<>(read::now);
        threads.execute(task);
        return () -> {
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                task.cancel(true);
                throw new RemoteFailure(
                        new RemoteProblem.Unreachable("The console is closing.", RemoteProblem.Sent.NOTHING));
            } catch (ExecutionException e) {
                throw unwrapped(e);
            }
        };
    }

    private static RemoteFailure unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RemoteFailure failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    /// Reads one thing.
    @FunctionalInterface
    interface Read<T> {
        T now() throws RemoteFailure;
    }

    /// Something that is being read.
    @FunctionalInterface
    interface Begun<T> {
        /// Waits for the value.
        T value() throws RemoteFailure;
    }
}
