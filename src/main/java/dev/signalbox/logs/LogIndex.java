package dev.signalbox.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// Where the lines of a log file begin. The file stays on disk: memory is eight bytes a line and one buffer, whatever the
/// file holds. Lines are counted from 0. May be used by several threads after [#open(Path)].
public final class LogIndex implements AutoCloseable {

    /// More lines than this are not counted: a file of nothing but line feeds must not eat the memory.
    static final int MOST_LINES = 40_000_000;

    private static final int MOST_ERRORS = 1_000_000;

    private final FileChannel file;
    private final LongRow starts = new LongRow();
    private final LongRow errors = new LongRow();
    private final long bytes;
    private final boolean whole;

    private LogIndex(FileChannel file, int mostLines, BooleanSupplier stopped) throws IOException {
        this.file = file;
        bytes = file.size();
        long read = new LineScanner(file, stopped).scan((start, buffer, from, to) -> {
            if (ErrorMarks.isError(buffer, from, to) && errors.size() < MOST_ERRORS) {
                errors.add(starts.size());
            }
            starts.add(start);
            return starts.size() < mostLines;
        });
        whole = read >= bytes;
    }

    /// Reads the file once and remembers where its lines begin.
    public static LogIndex open(Path path) throws IOException {
        return open(path, MOST_LINES, () -> false);
    }

    /// The same, given up early when nobody wants the result any more.
    public static LogIndex open(Path path, BooleanSupplier stopped) throws IOException {
        return open(path, MOST_LINES, stopped);
    }

    static LogIndex open(Path path, int mostLines, BooleanSupplier stopped) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new LogIndex(file, mostLines, stopped);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Number of lines. A line feed at the end of the file begins no further line.
    public int lines() {
        return starts.size();
    }

    public long bytes() {
        return bytes;
    }

    /// Whether all lines of the file are in the index.
    public boolean isWhole() {
        return whole;
    }

    /// Number of lines that are errors by their marker.
    public int errors() {
        return errors.size();
    }

    /// The line of the `index`th error.
    public int error(int index) {
        return (int) errors.get(index);
    }

    /// A line, safe to be shown.
    public LogLine line(int number) throws IOException {
        long start = starts.get(number);
        long end = number + 1 < starts.size() ? starts.get(number + 1) - 1 : lastEnd(start);
        int shown = (int) Math.min(Lines.SHOWN, end - start);
        byte[] raw = new byte[shown];
        int have = 0;
        while (have < shown) {
            int read = file.read(ByteBuffer.wrap(raw, have, shown - have), start + have);
            if (read < 0) {
                break; // the file became shorter: what is left of the line is shown
            }
            have += read;
        }
        if (number + 1 >= starts.size()) {
            have = upToLineFeed(raw, have);
        }
        return Lines.of(raw, 0, have, have < shown ? 0 : end - start - shown, number == 0);
    }

    /// Finds the lines that hold `text`, upper and lower case alike, in what is shown of them.
    ///
    /// @param text not empty
    /// @param found takes the lines in order
    /// @param stopped asked now and then
    public void find(String text, IntConsumer found, BooleanSupplier stopped) throws IOException {
        LogSearch search = new LogSearch(text);
        int[] number = {0};
        long unused = new LineScanner(file, stopped).scan((start, buffer, from, to) -> {
            if (search.matches(buffer, from, to)) {
                found.accept(number[0]);
            }
            number[0]++;
            return number[0] < starts.size();
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// The end of the last line: of the file, without the line feed that may stand there.
    private long lastEnd(long start) {
        return Math.max(start, bytes);
    }

    private static int upToLineFeed(byte[] raw, int have) {
        for (int at = 0; at < have; at++) {
            if (raw[at] == '\n') {
                return at;
            }
        }
        return have;
    }
}
