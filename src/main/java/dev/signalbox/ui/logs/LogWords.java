package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import dev.signalbox.ui.words.Numbers;
import java.io.IOException;

/// Wording about logs. Pure.
final class LogWords {

    private LogWords() {}

    /// `12.4 MB`, or how far it was read.
    static String size(LogIndex index, boolean atEnd) {
        if (atEnd) {
            return Numbers.bytes(index.bytes())
                    + (index.isWhole() ? "" : " · too many lines, the end is not shown");
        }
        long all = sizeOf(index);
        return "reading… " + (all == 0 ? 0 : Math.min(100, 100 * index.bytes() / all)) + " % of " + Numbers.bytes(all);
    }

    /// What is said behind a line.
    static String notes(LogLine line) {
        String more = line.more() > 0 ? " … " + Numbers.bytes(line.more()) + " more" : "";
        return line.hidden() == 0 ? more : more + "  (" + hidden(line.hidden()) + ")";
    }

    static String hidden(long count) {
        return Numbers.counted(count, "control sequence", "control sequences") + " hidden";
    }

    private static long sizeOf(LogIndex index) {
        try {
            return Math.max(index.bytes(), index.size());
        } catch (IOException e) {
            return index.bytes(); // it was closed since
        }
    }
}
