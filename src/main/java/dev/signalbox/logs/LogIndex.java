package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Where the lines of a log file begin. The file stays on disk: memory is eight bytes a line, four bits and some buffers,
/// whatever the file holds. Lines are counted from 0. One thread at a time lets it grow; meanwhile any number of threads
/// may read the lines that it has.
public final class LogIndex implements AutoCloseable {

    /// More lines than this are not counted: a file of nothing but line feeds must not eat the memory.
    static final int MOST_LINES = 40_000_000;

    private final FileChannel file;
    private final boolean marked;
    private final Stretches ahead;
    private final int mostLines;
    private final LongRow starts = new LongRow();
    private final LineSet errors = new LineSet();
    private final LineSet unusual = new LineSet();
    private final LineSet groups = new LineSet();
    private final LineSet groupEnds = new LineSet();
    /// How far the file was read, and whether a line begins there.
    private long at;
    private boolean begins = true;
    private long lastStart = -1;
    private boolean full;
    private volatile Extent extent = new Extent(0, 0, 0, true);

    /// What was read so far, as one: the lines, the end of the last of them without its line feed, the bytes.
    private record Extent(int lines, long end, long bytes, boolean whole) {}

    private LogIndex(FileChannel file, boolean marked, int mostLines) {
        this.file = file;
        this.marked = marked;
        this.mostLines = mostLines;
        ahead = new Stretches(file, marked);
    }

    /// Reads the file once and remembers where its lines begin.
    public static LogIndex open(Path path) throws IOException {
        return open(path, MOST_LINES, () -> false);
    }

    static LogIndex open(Path path, int mostLines, BooleanSupplier stopped) throws IOException {
        LogIndex index = new LogIndex(FileChannel.open(path, StandardOpenOption.READ), false, mostLines);
        try {
            index.grow(stopped, () -> {});
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
        return index;
    }

    /// An index of a file that was not read yet.
    ///
    /// @param marked whether the console wrote a source before the text of each line, as it does when several containers
    ///               share a log
    public static LogIndex begin(Path path, boolean marked) throws IOException {
        return new LogIndex(FileChannel.open(path, StandardOpenOption.READ), marked, MOST_LINES);
    }

    /// Reads on to the present end of the file. May be called again when the file has grown.
    ///
    /// @param stopped asked often: nobody wants the result any more
    /// @param grown told often: there are more lines than before
    public void grow(BooleanSupplier stopped, Runnable grown) throws IOException {
        resume();
        for (long size = file.size(); !full && at < size && !stopped.getAsBoolean(); size = file.size()) {
            for (Stretch stretch : ahead.scan(at, size, begins)) {
                if (!take(stretch, size)) {
                    break;
                }
                if (at < size) {
                    publishWholeLines();
                    grown.run();
                }
            }
        }
        ahead.rest();
        if (!full && !stopped.getAsBoolean()) {
            extent = new Extent(starts.size(), begins ? Math.max(0, at - 1) : at, at, true);
        }
    }

    /// The last line had no end when it was read: it is read again, unless it is very long.
    private void resume() {
        if (!full && !begins && lastStart >= 0 && at - lastStart <= Lines.SHOWN) {
            at = lastStart;
            begins = true;
        }
    }

    /// @return whether to go on with what comes behind it
    private boolean take(Stretch stretch, long size) {
        int first = stretch.lines() > 0 && stretch.start(0) == lastStart ? 1 : 0; // it is known already
        int base = starts.size() - first;
        int most = Math.min(stretch.lines(), mostLines - base);
        for (int i = first; i < most; i++) {
            starts.add(stretch.start(i));
        }
        for (int note = 0; note < stretch.noted() && stretch.line(note) < most; note++) {
            mark(base + stretch.line(note), stretch.kind(note), stretch.isUnusual(note));
        }
        if (most < stretch.lines()) {
            full = true;
            extent = new Extent(starts.size(), stretch.start(most) - 1, stretch.end(), false);
            return false;
        }
        if (stretch.lines() > 0) {
            lastStart = stretch.start(stretch.lines() - 1);
        }
        at = stretch.end();
        begins = stretch.endsALine() && (at == size || stretch.isCut());
        return !stretch.isCut();
    }

    private void mark(int line, Kind kind, boolean strange) {
        if (strange) {
            unusual.add(line);
        }
        switch (kind) {
            case ERROR -> errors.add(line);
            case GROUP -> groups.add(line);
            case ENDGROUP -> groupEnds.add(line);
            default -> {}
        }
    }

    /// All but the last line, which may go on behind what was read.
    private void publishWholeLines() {
        if (starts.size() > Math.max(1, extent.lines())) {
            extent = new Extent(starts.size() - 1, lastStart - 1, at, true);
        }
    }

    /// Number of lines so far. A line feed at the end of the file begins no further line.
    public int lines() {
        return extent.lines();
    }

    /// Bytes read so far.
    public long bytes() {
        return extent.bytes();
    }

    /// Bytes of the file now; more than [#bytes()] while it is being read.
    public long size() throws IOException {
        return file.size();
    }

    /// Whether all that was read is in the index: false when there are too many lines.
    public boolean isWhole() {
        return extent.whole();
    }

    /// Lines that are errors by their marker.
    public LineSet errors() {
        return errors;
    }

    /// Whether a group that can be folded begins there. A group without an end cannot: a log must not hide its own end.
    public boolean beginsGroup(int line) {
        return groups.contains(line) && groupEnd(line) > line;
    }

    /// The first line of a group that is not before `line`; −1 when there is none. It may have no end.
    public int nextGroup(int line) {
        return groups.next(line);
    }

    /// The last line that begins a group and is not after `line`; −1 when there is none.
    public int previousGroup(int line) {
        return groups.previous(line);
    }

    /// The last line of the group that begins at `line`; `line` itself when the group is not closed before the next begins.
    public int groupEnd(int line) {
        int end = groupEnds.next(line);
        int other = groups.next(line + 1);
        return end < 0 || end >= lines() || (other >= 0 && other < end) ? line : end;
    }

    /// A line, safe to be shown.
    public LogLine line(int number) throws IOException {
        byte[] raw = head(number);
        return Lines.of(raw, 0, raw.length, length(number) - raw.length, number == 0, marked);
    }

    /// A line with every character that is not printable written as an escape (`\x1b[31m`), so that one sees what was sent.
    public LogLine raw(int number) throws IOException {
        byte[] raw = head(number);
        return RawLines.of(raw, length(number) - raw.length);
    }

    LineSet unusual() {
        return unusual;
    }

    boolean isMarked() {
        return marked;
    }

    long start(int number) {
        return starts.get(number);
    }

    /// Bytes of a line without its line feed.
    long length(int number) {
        Extent now = extent;
        long end = number + 1 < now.lines() ? starts.get(number + 1) - 1 : now.end();
        return Math.max(0, end - starts.get(number));
    }

    /// Reads bytes from a place of the file until the buffer's limit or the end of the file.
    int read(ByteBuffer into, long from) throws IOException {
        int have = 0;
        while (into.hasRemaining()) {
            int read = file.read(into, from + have);
            if (read < 0) {
                break; // the file became shorter
            }
            have += read;
        }
        return have;
    }

    private byte[] head(int number) throws IOException {
        byte[] raw = new byte[(int) Math.min(Lines.SHOWN, length(number))];
        int have = read(ByteBuffer.wrap(raw), starts.get(number));
        return have == raw.length ? raw : Arrays.copyOf(raw, have);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
