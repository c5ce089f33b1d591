package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The lines around those that are seen, read in the background a page at a time. On the screen's thread.
final class LogPages {

    private static final int PAGE = 128;
    private static final int MOST_PAGES = 64;

    private final LogIndex index;
    private final Executor background;
    private final Executor fx;
    private final Runnable arrived;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<LogLine>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<LogLine>> eldest) {
            return size() > MOST_PAGES;
        }
    };

    /// @param near pages that were read already
    /// @param arrived told when a page has come
    LogPages(
            LogIndex index,
            Map<Integer, List<LogLine>> near,
            Executor background,
            Executor fx,
            Runnable arrived) {
        this.index = index;
        pages.putAll(near);
        this.background = background;
        this.fx = fx;
        this.arrived = arrived;
    }

    /// Reads the pages around a line at once, so that a log that is opened there shows itself without a flicker.
    static Map<Integer, List<LogLine>> near(LogIndex index, int line) {
        Map<Integer, List<LogLine>> near = new HashMap<>();
        int page = line / PAGE;
        for (int at = Math.max(0, page - 1); at <= page + 1 && (long) at * PAGE < index.lines(); at++) {
            near.put(at, read(index, at));
        }
        return near;
    }

    LogIndex index() {
        return index;
    }

    /// The line, or nothing yet: it is then read and `arrived` is told.
    @Nullable
    LogLine line(int number) {
        int page = number / PAGE;
        List<LogLine> lines = pages.get(page);
        if (lines != null) {
            return number % PAGE < lines.size() ? lines.get(number % PAGE) : null;
        }
        if (asked.add(page)) {
            background.execute(() -> {
                List<LogLine> read = read(index, page);
                fx.execute(() -> {
                    asked.remove(page);
                    pages.put(page, read);
                    arrived.run();
                });
            });
        }
        return null;
    }

    private static List<LogLine> read(LogIndex index, int page) {
        List<LogLine> read = new ArrayList<>();
        try {
            for (int line = page * PAGE; line < Math.min(index.lines(), (page + 1) * PAGE); line++) {
                read.add(index.line(line));
            }
        } catch (IOException e) {
            // The file is gone or was closed since another log is shown: these lines stay empty.
            return read;
        }
        return read;
    }
}
