package dev.signalbox.history.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Cuts a log into blocks of whole lines, cleaned. One block is in memory at a time, and of a long line only its beginning.
final class LogBlocks {

    /// Large enough to compress well, small enough that a block which holds all letters but not the words is no loss.
    static final int BLOCK = 16 * 1_024;

    /// Bytes of a line that are kept.
    static final int LONGEST = 64 * 1_024;

    private final InputStream log;
    private final LogCleaning cleaning;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BLOCK];
    private int at;
    private int have;
    private boolean ended;
    private long lines;

    /// Some lines that follow each other.
    ///
    /// @param firstLine its number, from 1
    /// @param text lines, each with its line feed
    /// @param words what is to be found: the lines without their times
    record Block(long firstLine, String text, String words) {}

    /// @param log its bytes; not closed here
    LogBlocks(InputStream log, LogCleaning cleaning) {
        this.log = log;
        this.cleaning = cleaning;
    }

    /// How many lines were in the blocks so far.
    long lines() {
        return lines;
    }

    /// The next block; nothing at the end.
    Optional<Block> next() throws IOException {
        StringBuilder text = new StringBuilder(BLOCK + 1_024);
        StringBuilder words = new StringBuilder(BLOCK + 1_024);
        long first = lines + 1;
        while (text.length() < BLOCK && readLine()) {
            String clean = cleaning.next(line.toString(StandardCharsets.UTF_8));
            text.append(clean).append('\n');
            words.append(LogCleaning.withoutTime(clean)).append('\n');
            lines++;
        }
        return lines < first ? Optional.empty() : Optional.of(new Block(first, text.toString(), words.toString()));
    }

    /// Reads the next line into `line`; false when there is none.
    private boolean readLine() throws IOException {
        line.reset();
        boolean any = false;
        while (fill()) {
            any = true;
            int end = at;
            while (end < have && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, Math.min(end - at, LONGEST - line.size()));
            at = end + 1;
            if (end < have) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        if (at >= have && !ended) {
            at = 0;
            have = Math.max(0, log.read(buffer, 0, buffer.length));
            ended = have == 0;
        }
        return at < have;
    }
}
