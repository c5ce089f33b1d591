package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The lines around those that are seen, read in the background a page at a time. On the screen's thread.
final class LogPages {

    private static final int PAGE = 128;
    private static final int MOST_PAGES = 64;

    private final LogIndex index;
    private final LinesOf lines;
    private final Supplier<Redaction> known;
    private final Executor background;
    private final Executor fx;
    private final Runnable arrived;
    private final Set<Integer> asked = new HashSet<>();
    private final Set<Integer> stale = new HashSet<>();
    private volatile boolean broken;
    private final Map<Integer, List<LogLine>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LogLine>> eldest) {
            return size() > MOST_PAGES;
        }
    };

    /// How a line is read: as it is shown, or as it was sent.
    interface LinesOf {
        LogLine read(LogIndex index, int line) throws IOException;
    }

    /// @param options how lines are read now, and what is hidden in them
    /// @param arrived told when a page has come
    LogPages(LogIndex index, LogOptions options, Executor background, Executor fx, Runnable arrived) {
        this.index = index;
        lines = options.raw().get() ? LogIndex::raw : LogIndex::line;
        known = options::redaction;
        this.background = background;
        this.fx = fx;
        this.arrived = arrived;
    }

    LogIndex index() {
        return index;
    }

    /// The line, or nothing yet: it is then read and `arrived` is told.
    @Nullable
    LogLine line(int number) {
        int page = number / PAGE;
        List<LogLine> read = pages.get(page);
        boolean there = read != null && number % PAGE < read.size();
        if ((!there && number < index.lines()) || stale.contains(page)) {
            ask(page);
            read = pages.get(page); // it may be there at once
        }
        return read != null && number % PAGE < read.size() ? read.get(number % PAGE) : null;
    }

    /// The log has grown: what was its last line may have been only the beginning of one.
    void grown() {
        pages.forEach((page, read) -> {
            if (read.size() < PAGE) {
                stale.add(page);
            }
        });
    }

    private void ask(int page) {
        if (!broken && asked.add(page)) {
            background.execute(() -> {
                List<LogLine> read = read(page);
                fx.execute(() -> {
                    asked.remove(page);
                    stale.remove(page);
                    pages.put(page, read);
                    arrived.run();
                });
            });
        }
    }

    private List<LogLine> read(int page) {
        List<LogLine> read = new ArrayList<>();
        CleanLines clean = new CleanLines(index, lines, known.get());
        try {
            for (int line = page * PAGE; line < Math.min(index.lines(), (page + 1) * PAGE); line++) {
                read.add(clean.line(line));
            }
        } catch (IOException e) {
            // The file is gone or was closed since another log is shown: these lines stay empty.
            broken = true;
            return read;
        }
        return read;
    }
}
