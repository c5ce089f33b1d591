package dev.signalbox.logs;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/// Counts the control sequences that are not shown, over a whole log.
public final class HiddenSequences {

    private final LogIndex index;
    private int line;
    private long count;

    public HiddenSequences(LogIndex index) {
        this.index = index;
    }

    /// Goes on from where it stopped up to, but not with, line `to`. Only lines with more than printable ASCII are read.
    ///
    /// @return how many there are so far
    public long count(int to, BooleanSupplier stopped) throws IOException {
        for (int at = index.unusual().next(line); at >= 0 && at < to; at = index.unusual().next(at + 1)) {
            if (stopped.getAsBoolean()) {
                return count;
            }
            count += index.line(at).hidden();
            line = at + 1;
        }
        line = to;
        return count;
    }
}
