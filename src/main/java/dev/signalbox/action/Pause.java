package dev.signalbox.action;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets time pass on the calling thread; a seam, so that tests need not wait.
@FunctionalInterface
public interface Pause {

    /// Returns after `length`.
    ///
    /// @throws InterruptedException when the console is closing
    void lasting(Duration length) throws InterruptedException;

    /// Really waits.
    static Pause real() {
        return length -> {
            CountDownLatch never = new CountDownLatch(1);
            // Nobody counts down: the answer is always "timed out".
            boolean counted = never.await(length.toNanos(), TimeUnit.NANOSECONDS);
            if (counted) {
                throw new IllegalStateException("counted down by nobody");
            }
        };
    }
}
