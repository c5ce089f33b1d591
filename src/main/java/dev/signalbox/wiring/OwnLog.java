package dev.signalbox.wiring;

import dev.signalbox.domain.text.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/// The console's own log: at most five files of 10 MB, without secrets. A line that comes again and again is written once,
/// with how often it came. The last lines stay in memory for a report.
final class OwnLog extends Handler implements AutoCloseable {

    private static final int FILE = 10_000_000;
    private static final int FILES = 5;
    private static final int KEPT = 300;

    /// Longer ones hold something that was not meant for a log.
    private static final int LONGEST = 20_000;

    private final Deque<String> last = new ArrayDeque<>();
    private final SimpleFormatter words = new SimpleFormatter();
    private final @Nullable Handler file;
    private final Supplier<Redaction> known;
    private String before = "";
    private long again;

    private OwnLog(@Nullable Handler file, Supplier<Redaction> known) {
        this.file = file;
        this.known = known;
        setLevel(Level.INFO);
    }

    /// Begins to listen to everything that is logged in this process. Where no file can be written, the last lines are
    /// still there.
    ///
    /// @param folder where `console.log.0` and its elders lie
    /// @param known what is taken out of each line
    static OwnLog open(Path folder, Supplier<Redaction> known) {
        Handler file = null;
        try {
            String place = folder.resolve("console.log").toString().replace("%", "%%");
            file = new FileHandler(place + ".%g", FILE, FILES, true);
            file.setFormatter(new Bare());
            file.setEncoding("UTF-8");
        } catch (IOException unusable) {
            // Looking goes on without a log.
        }
        OwnLog log = new OwnLog(file, known);
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /// The last lines, oldest first.
    synchronized List<String> lines() {
        return List.copyOf(last);
    }

    @Override
    public synchronized void publish(LogRecord said) {
        if (!isLoggable(said)) {
            return;
        }
        String key = said.getLevel() + " " + said.getLoggerName() + " " + words.formatMessage(said)
                + " " + said.getThrown();
        if (key.equals(before)) {
            again++;
            return;
        }
        tellRepeats();
        before = key;
        String text = words.format(said);
        write(known.get().hide(text.length() > LONGEST ? text.substring(0, LONGEST) + "…\n" : text));
    }

    private void tellRepeats() {
        if (again > 0) {
            write("The same again, " + again + (again == 1 ? " time.\n" : " times.\n"));
            again = 0;
        }
    }

    private void write(String text) {
        last.addLast(text.stripTrailing());
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        if (file != null) {
            file.publish(new LogRecord(Level.INFO, text));
        }
    }

    @Override
    public void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        Logger.getLogger("").removeHandler(this);
        tellRepeats();
        if (file != null) {
            file.close();
        }
    }

    /// What is written is formatted already.
    private static final class Bare extends java.util.logging.Formatter {

        @Override
        public String format(LogRecord said) {
            return said.getMessage();
        }
    }
}
