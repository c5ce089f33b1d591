package dev.signalbox.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What must be closed at the end, last opened first. One that fails does not keep the others from closing.
final class Closing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Closing.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /// What is opened while everything closes, or after that, is closed at once: a token may come late.
    void later(AutoCloseable thing) {
        synchronized (this) {
            if (!closed) {
                open.push(thing);
                return;
            }
        }
        close(thing);
    }

    @Override
    public void close() {
        for (AutoCloseable next = last(); next != null; next = last()) {
            close(next);
        }
    }

    private synchronized @Nullable AutoCloseable last() {
        closed = true;
        return open.poll();
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Something did not close well", failure);
        }
    }
}
