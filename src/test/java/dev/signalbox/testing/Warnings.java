package dev.signalbox.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Hears what is logged as a warning while something is drawn: a stylesheet that asks for a colour which nobody defines
/// says so nowhere else.
public final class Warnings extends Handler implements AutoCloseable {

    private final List<Logger> loggers = List.of(Logger.getLogger(""), Logger.getLogger("javafx.css"));
    private final List<String> heard = new ArrayList<>();

    public Warnings() {
        loggers.forEach(logger -> logger.addHandler(this));
    }

    public List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            synchronized (heard) {
                heard.add(line.getMessage());
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(this));
    }
}
