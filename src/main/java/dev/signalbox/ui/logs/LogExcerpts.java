package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.HiddenSequences;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import dev.signalbox.ui.words.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What is taken out of a log: copied, saved, counted. In the background.
final class LogExcerpts {

    /// More lines than this are not copied at once.
    static final int MOST_COPIED = 10_000;

    private final Supplier<Redaction> known;
    private final Executor background;
    private final Executor fx;
    private final AtomicLong showing = new AtomicLong();
    private @Nullable HiddenSequences counting;
    private @Nullable LogIndex counted;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /// In which form.
    enum Form {
        /// As it is shown, without what was hidden and what looks like a secret.
        SHOWN,
        /// The same with the number and the time of each line.
        NUMBERED,
        /// As it was sent, control sequences included, but for the tokens that the console held when it came.
        SENT
    }

    /// @param known takes the secrets that the console holds out of what is copied and saved as shown
    LogExcerpts(Supplier<Redaction> known, Executor background, Executor fx) {
        this.known = known;
        this.background = background;
        this.fx = fx;
    }

    /// What was done last; empty when nothing was done with this log.
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    void say(String words) {
        said.set(words);
    }

    void forget() {
        long unused = showing.incrementAndGet();
        counting = null;
        counted = null;
        said.set("");
    }

    void copy(LogIndex index, List<Integer> lines, Form form, Consumer<String> taker) {
        List<Integer> wanted = lines.stream().filter(line -> line >= 0).limit(MOST_COPIED).toList();
        background.execute(() -> {
            StringBuilder text = new StringBuilder();
            CleanLines clean = new CleanLines(index, LogIndex::line, known.get());
            try {
                for (int number : wanted) {
                    text.append(written(clean, number, form)).append('\n');
                }
            } catch (IOException e) {
                text.append("(The log file cannot be read any more.)\n");
            }
            fx.execute(() -> {
                taker.accept(text.toString());
                String first = lines.size() > wanted.size() ? "the first " : "";
                say("Copied " + first + Numbers.counted(wanted.size(), "line", "lines"));
            });
        });
    }

    /// Writes the whole log to a file, which is there only when all of it is.
    void save(LogIndex index, Path log, Path to, Form form) {
        say("Saving…");
        long mine = showing.get();
        background.execute(() -> {
            String words;
            Path part = to.resolveSibling(to.getFileName() + ".part");
            try {
                if (form == Form.SENT) {
                    Files.copy(log, part, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    write(index, part, form);
                }
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
                words = "Saved as " + to.getFileName();
            } catch (IOException e) {
                words = "Not saved: " + e.getClass().getSimpleName();
                delete(part);
            }
            String result = words;
            fx.execute(() -> {
                if (showing.get() == mine) {
                    say(result);
                }
            });
        });
    }

    /// Counts what is hidden; goes on where it stopped before when the same log has grown.
    void countHidden(LogIndex index, Consumer<String> words) {
        long mine = showing.get();
        if (counting == null || counted != index) {
            counting = new HiddenSequences(index);
            counted = index;
        }
        HiddenSequences mineToo = counting;
        int lines = index.lines();
        background.execute(() -> {
            try {
                long count;
                synchronized (mineToo) {
                    count = mineToo.count(lines, () -> showing.get() != mine);
                }
                fx.execute(() -> {
                    if (showing.get() == mine) {
                        words.accept(count == 0 ? "" : LogWords.hidden(count));
                    }
                });
            } catch (IOException e) {
                return; // the log is not shown any more
            }
        });
    }

    private void write(LogIndex index, Path to, Form form) throws IOException {
        int lines = index.lines();
        CleanLines clean = new CleanLines(index, LogIndex::line, known.get());
        try (BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            for (int line = 0; line < lines; line++) {
                out.write(written(clean, line, form));
                out.write('\n');
            }
        }
    }

    private static String written(CleanLines clean, int number, Form form) throws IOException {
        LogLine line = clean.line(number);
        String text = line.text();
        String source = line.source().isEmpty() ? "" : line.source() + " ";
        return form == Form.NUMBERED
                ? (number + 1) + "\t" + (line.time() == null ? "" : line.time() + " ") + source + text
                : source + text;
    }

    private static void delete(Path part) {
        try {
            boolean unused = Files.deleteIfExists(part);
        } catch (IOException e) {
            return; // a remainder beside the wanted file; it is told that saving failed
        }
    }
}
