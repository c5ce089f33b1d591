package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineSet;
import org.jspecify.annotations.Nullable;

/// Which lines of a log are shown, one under the other.
///
/// @param lines of the log
/// @param shown those that have a row; nothing when all have
record LogRows(int lines, @Nullable LineSet shown) {

    static final LogRows NONE = new LogRows(0, null);

    /// @param hidden by folded groups; may be empty
    /// @param hits nothing when all lines are wanted; otherwise only these and those around them
    /// @param context how many lines around a hit
    static LogRows of(int lines, LineSet hidden, @Nullable LineSet hits, int context) {
        if (hits != null) {
            LineSet shown = new LineSet();
            int done = 0;
            for (int hit = hits.next(0); hit >= 0 && hit < lines; hit = hits.next(hit + 1)) {
                int from = Math.max(done, hit - context);
                int to = Math.min(lines, hit + context + 1);
                shown.addAll(from, to);
                done = to;
            }
            return new LogRows(lines, shown);
        }
        if (hidden.next(0) < 0) {
            return new LogRows(lines, null);
        }
        LineSet shown = new LineSet();
        int from = 0;
        while (from < lines) {
            int gone = hidden.next(from);
            int to = gone < 0 ? lines : Math.min(lines, gone);
            shown.addAll(from, to);
            from = to;
            while (from < lines && hidden.contains(from)) {
                from++;
            }
        }
        return new LogRows(lines, shown);
    }

    int count() {
        return shown == null ? lines : shown.count();
    }

    /// The line in a row; −1 when there is no such row.
    int line(int row) {
        if (row < 0 || row >= count()) {
            return -1;
        }
        return shown == null ? row : shown.at(row);
    }

    /// The row of a line, or of the nearest one above it; −1 when there is none.
    int row(int line) {
        if (line < 0) {
            return -1;
        }
        return shown == null ? Math.min(line, lines - 1) : shown.countBefore(Math.min(line, lines) + 1) - 1;
    }

    boolean has(int line) {
        return line >= 0 && line < lines && (shown == null || shown.contains(line));
    }
}
