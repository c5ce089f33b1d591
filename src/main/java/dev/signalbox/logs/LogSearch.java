package dev.signalbox.logs;

import dev.signalbox.logs.LogQuery.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// Finds the lines of a log that hold a query. A plain text is looked for in the raw bytes, and only lines that hold more
/// than printable ASCII are first made into what is shown of them. An expression sees every line as it is shown.
public final class LogSearch {

    private static final int BUFFER = 64 * 1_024;

    private final LogIndex index;
    private final LogQuery query;
    private final BooleanSupplier stopped;
    private final LineMatcher matcher;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] scratch = new byte[Lines.SHOWN];
    private int line;

    /// @param query not empty and without a problem
    /// @param stopped asked often: nobody wants the result any more
    public LogSearch(LogIndex index, LogQuery query, BooleanSupplier stopped) {
        this(index, query, stopped, LineMatcher.MOST_STEPS);
    }

    LogSearch(LogIndex index, LogQuery query, BooleanSupplier stopped, long mostSteps) {
        this.index = index;
        this.query = query;
        this.stopped = stopped;
        matcher = new LineMatcher(query, mostSteps, stopped);
    }

    /// Searches on, from the line where it stopped before up to, but not with, line `to`.
    ///
    /// @param hits takes the lines
    /// @param searched told often how many lines were searched
    /// @return false when the expression takes too long on the line that is now [#searched()]
    public boolean run(int to, LineSet hits, IntConsumer searched) throws IOException {
        try {
            while (line < to && !stopped.getAsBoolean()) {
                int end = endOfPart(to);
                part(end, hits);
                line = end;
                searched.accept(line);
            }
            return true;
        } catch (LineMatcher.TooCostly e) {
            return stopped.getAsBoolean();
        }
    }

    /// Lines that were searched.
    public int searched() {
        return line;
    }

    /// As many lines as the buffer takes, and at least one.
    private int endOfPart(int to) {
        long most = index.start(line) + BUFFER;
        int low = line + 1;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (index.start(middle - 1) + index.length(middle - 1) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void part(int end, LineSet hits) throws IOException {
        long base = index.start(line);
        int bytes = (int) Math.min(BUFFER, index.start(end - 1) + index.length(end - 1) - base);
        int have = index.read(ByteBuffer.wrap(buffer, 0, bytes), base);
        if (!Needle.serves(query)) {
            int first = line;
            for (; line < end; line++) {
                if (shows(line, base, have)) {
                    hits.add(line);
                }
            }
            line = first;
            return;
        }
        Needle needle = Needle.of(query);
        plain(needle, base, have, end, hits);
        for (int at = index.unusual().next(line); at >= 0 && at < end; at = index.unusual().next(at + 1)) {
            if (holds(needle, at, base, have)) {
                hits.add(at);
            }
        }
        if (index.length(line) > BUFFER && !hits.contains(line) && inRest(needle)) {
            hits.add(line);
        }
    }

    private void plain(Needle needle, long base, int have, int end, LineSet hits) {
        int at = 0;
        int found = line;
        while ((at = needle.next(buffer, at, have)) >= 0) {
            while (found + 1 < end && index.start(found + 1) <= base + at) {
                found++;
            }
            int from = (int) (index.start(found) - base);
            int to = (int) Math.min(have, from + index.length(found));
            int text = from + Timestamps.length(buffer, from, to);
            if (index.unusual().contains(found) && to - from <= Lines.SHOWN) {
                at = to;
            } else if (at < text || !isWord(buffer, text, to, at, at + needle.length())) {
                at++;
            } else {
                hits.add(found);
                at = to;
            }
        }
    }

    /// A line that may hold colours or other alphabets.
    private boolean holds(Needle needle, int number, long base, int have) {
        int from = (int) (index.start(number) - base);
        int to = (int) Math.min(Math.min(have, from + index.length(number)), from + Lines.SHOWN);
        if (from >= to) {
            return false;
        }
        int text = from + Timestamps.length(buffer, from, to);
        int plain = index.isMarked() ? -1 : Colours.without(buffer, text, to, scratch);
        if (plain < 0) {
            return shows(number, base, have);
        }
        int at = 0;
        while ((at = needle.next(scratch, at, plain)) >= 0) {
            if (isWord(scratch, 0, plain, at, at + needle.length())) {
                return true;
            }
            at++;
        }
        return false;
    }

    private boolean shows(int number, long base, int have) {
        int from = (int) (index.start(number) - base);
        int to = (int) Math.min(Math.min(have, from + index.length(number)), from + Lines.SHOWN);
        if (from > to) {
            return false;
        }
        if (!index.unusual().contains(number)) {
            int text = from + Timestamps.length(buffer, from, to);
            return matcher.matches(new String(buffer, text, to - text, StandardCharsets.ISO_8859_1));
        }
        LogLine shown = Lines.of(buffer, from, to, 0, number == 0, index.isMarked());
        return matcher.matches(shown.source().isEmpty() ? shown.text() : shown.source() + " " + shown.text());
    }

    /// A line that is longer than the buffer: what is behind it, in parts that overlap.
    private boolean inRest(Needle needle) throws IOException {
        long start = index.start(line);
        long length = index.length(line);
        int overlap = needle.length() + 1;
        for (long from = BUFFER - overlap; from < length && !stopped.getAsBoolean(); from += BUFFER - overlap) {
            int bytes = (int) Math.min(BUFFER, length - from);
            int have = index.read(ByteBuffer.wrap(buffer, 0, bytes), start + from);
            int at = 0;
            while ((at = needle.next(buffer, at, have)) >= 0) {
                if (isWord(buffer, 0, have, at, at + needle.length())) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private boolean isWord(byte[] in, int from, int to, int start, int end) {
        return !query.has(Option.WHOLE_WORD)
                || !(start > from && isLetter(in[start - 1])) && !(end < to && isLetter(in[end]));
    }

    private static boolean isLetter(byte b) {
        return b == '_' || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
