package dev.signalbox.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Hears what is logged as a warning while something is drawn: a stylesheet that asks for a colour which nobody defines
/// says so nowhere else.
public final class Warnings extends Handler implements AutoCloseable {

    private final List<Logger> loggers = List.of(Logger.getLogger(""), Logger.getLogger("javafx.css"));
    private final List<String> heard = new ArrayList<>();
    private final Thread listening = Thread.currentThread();
    private final boolean everywhere;

    /// Hears this thread and the screen's: classes that run beside this one warn on threads of their own.
    public Warnings() {
        this(false);
    }

    private Warnings(boolean everywhere) {
        this.everywhere = everywhere;
        loggers.forEach(logger -> logger.addHandler(this));
    }

    /// Hears all threads of the process; only for who runs alone in it.
    public static Warnings everywhere() {
        return new Warnings(true);
    }

    public List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (isOurs(Thread.currentThread()) && line.getLevel().intValue() >= Level.WARNING.intValue()) {
            synchronized (heard) {
                heard.add(line.getMessage());
            }
        }
    }

    private boolean isOurs(Thread thread) {
        return everywhere || thread.equals(listening) || Platform.isFxApplicationThread();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(this));
    }
}
