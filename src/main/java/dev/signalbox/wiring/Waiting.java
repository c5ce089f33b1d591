package dev.signalbox.wiring;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Waits for something to be in the state.
record Waiting(Store store) {

    /// What was waited for.
    ///
    /// @param what in words, for when it does not come
    <T> T until(String what, Duration atMost, Function<ConsoleState, Optional<T>> wanted) throws IOException {
        List<T> found = new CopyOnWriteArrayList<>();
        CountDownLatch there = new CountDownLatch(1);
        Store.Subscription subscription = store.subscribe(state -> wanted.apply(state).ifPresent(value -> {
            found.add(value);
            there.countDown();
        }));
        try {
            if (!there.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("After " + atMost.toSeconds() + " s it was not so that " + what);
            }
            return found.getFirst();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        } finally {
            subscription.close();
        }
    }

    /// What is there now.
    <T> Optional<T> now(Function<ConsoleState, Optional<T>> wanted) {
        return wanted.apply(store.current());
    }

    /// Lets time pass, for what has no sign in the state.
    void a(Duration length) throws IOException {
        try {
            new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        }
    }
}
