package dev.signalbox.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What must be closed at the end, last opened first. One that fails does not keep the others from closing.
final class Closing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Closing.class.getName());

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized void later(AutoCloseable thing) {
        open.push(thing);
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                LOG.log(Level.WARNING, "Something did not close well", failure);
            }
        }
    }
}
