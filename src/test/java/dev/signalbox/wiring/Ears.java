package dev.signalbox.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Hears everything that is logged in this process, with every library at its most talkative.
final class Ears implements AutoCloseable {

    /// Passes nothing on to the root, by our own hand.
    private static final String SILENT = "org.apache.hc";

    private static final List<String> TALKATIVE =
            List.of(SILENT, "io.fabric8", "org.eclipse.jgit", "dev.signalbox", "jdk", "sun.net");

    private final StringBuffer heard = new StringBuffer();
    private final Set<String> speakers = ConcurrentHashMap.newKeySet();
    private final Map<Logger, Optional<Level>> levels = new HashMap<>();
    private final Ear ear = new Ear(heard, speakers);

    Ears() {
        ear.setLevel(Level.ALL);
        talk(Logger.getLogger(""));
        TALKATIVE.forEach(name -> talk(Logger.getLogger(name)));
        Logger.getLogger("").addHandler(ear);
        Logger.getLogger(SILENT).addHandler(ear);
        // The practice servers run in this process, and what they hear is theirs.
        Logger theirs = Logger.getLogger("com.sun.net.httpserver");
        levels.put(theirs, Optional.ofNullable(theirs.getLevel()));
        theirs.setLevel(Level.OFF);
    }

    private void talk(Logger logger) {
        levels.put(logger, Optional.ofNullable(logger.getLevel()));
        logger.setLevel(Level.ALL);
    }

    /// Everything that was said.
    String heard() {
        return heard.toString();
    }

    /// The names of all who said something.
    Set<String> speakers() {
        return Set.copyOf(speakers);
    }

    /// Whether somebody below this name said something.
    boolean heardOf(String name) {
        return speakers.stream().anyMatch(speaker -> speaker.startsWith(name));
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(ear);
        Logger.getLogger(SILENT).removeHandler(ear);
        levels.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
    }

    /// Writes down what is logged as a log file would, with what was thrown.
    private static final class Ear extends Handler {

        private final StringBuffer heard;
        private final Set<String> speakers;
        private final SimpleFormatter words = new SimpleFormatter();

        Ear(StringBuffer heard, Set<String> speakers) {
            this.heard = heard;
            this.speakers = speakers;
        }

        @Override
        public void publish(LogRecord said) {
            speakers.add(String.valueOf(said.getLoggerName()));
            heard.append(said.getLoggerName()).append(' ').append(words.format(said));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
