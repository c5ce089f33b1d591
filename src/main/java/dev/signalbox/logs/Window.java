package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Kind;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Looks at one stretch of a file after the other and finds the lines that begin behind its line feeds. Several windows can
/// look at the same time, for none needs to know of the stretch before. Many bytes are looked at together: one subtraction
/// tells whether any of them is below a blank, and only then they are looked at singly.
final class Window {

    /// Bytes of a stretch at most: it has to stay in a core's own cache between the reading and the looking.
    static final int BYTES = 64 * 1_024;

    /// Bytes behind a stretch, read to see the whole of the line that goes on there. A line that is longer than this is
    /// taken for unusual, which only costs a closer look when it is searched.
    static final int BEHIND = 1_024;

    private static final int PAGE = 4_096;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long BLANKS = 0x2020202020202020L;

    /// On a page of its own: processors copy a page of a file five times slower to a place that lies a little behind the
    /// beginning of a page, where the heap's and the system's own buffers lie.
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(BYTES + 2 * PAGE).alignedSlice(PAGE);
    private final byte[] window = new byte[BYTES + BEHIND];
    private int[] starts = new int[BYTES / 64];
    private int[] notes = new int[256];
    private long from;
    private int length;
    private int have;
    private boolean marked;
    private int lines;
    private int noted;
    /// Where the present line begins in the window, −1 when it began in an earlier stretch, and what it holds so far.
    private int line;
    private long bits;
    private boolean controls;

    /// Reads and looks.
    ///
    /// @param to end of the stretch, at most [#BYTES] from `from`
    /// @param limit end of the file as it is taken to be
    /// @param begins whether a line begins at `from`
    Stretch scan(FileChannel file, long from, long to, long limit, boolean begins, boolean marked) throws IOException {
        this.from = from;
        this.marked = marked;
        length = (int) (to - from);
        lines = 0;
        noted = 0;
        bits = 0;
        controls = false;
        line = -1;
        read(file, (int) Math.min(limit - from, length + BEHIND));
        if (begins && have > 0) {
            begin(0);
        }
        look(Math.min(length, have));
        finish();
        int end = Math.min(length, have);
        return new Stretch(from, from + end, have < length, end > 0 && window[end - 1] == '\n',
                Arrays.copyOf(starts, lines), Arrays.copyOf(notes, noted));
    }

    private void read(FileChannel file, int most) throws IOException {
        have = 0;
        arrived.clear().limit(most);
        while (arrived.hasRemaining()) {
            int read = file.read(arrived, from + have);
            if (read < 0) {
                break; // the file became shorter
            }
            have += read;
        }
        arrived.flip().get(window, 0, have);
    }

    private void look(int end) {
        byte[] in = window;
        int at = 0;
        long seen = 0;
        for (; at + 32 <= end; at += 32) {
            long a = (long) EIGHT.get(in, at);
            long b = (long) EIGHT.get(in, at + 8);
            long c = (long) EIGHT.get(in, at + 16);
            long d = (long) EIGHT.get(in, at + 24);
            long lowA = low(a);
            long lowB = low(b);
            long lowC = low(c);
            long lowD = low(d);
            long all = a | b | c | d;
            if ((lowA | lowB | lowC | lowD) == 0) {
                seen |= all;
                continue;
            }
            bits |= seen;
            seen = 0;
            if ((all & HIGH) == 0) {
                int found = gathered(lowA) | gathered(lowB) << 8 | gathered(lowC) << 16 | gathered(lowD) << 24;
                for (; found != 0; found &= found - 1) {
                    one(at + Integer.numberOfTrailingZeros(found));
                }
            } else {
                // Which line the other alphabet stands in is found out byte by byte.
                each(at, at + 32);
            }
        }
        bits |= seen;
        each(at, end);
    }

    /// The high bit of every byte below a blank; above the lowest of them it may be wrong.
    private static long low(long eight) {
        return (eight - BLANKS) & ~eight & HIGH;
    }

    /// The eight high bits beside each other.
    private static int gathered(long high) {
        return (int) ((high >>> 7) * 0x0102040810204080L >>> 56);
    }

    private void each(int from, int to) {
        for (int at = from; at < to; at++) {
            one(at);
        }
    }

    private void one(int at) {
        byte b = window[at];
        if (b == '\n') {
            end(at, controls || (bits & HIGH) != 0);
            begin(at + 1);
        } else if (b < ' ') {
            // A carriage return before the line feed is no matter.
            controls |= b < 0 || b != '\r' || at + 1 >= have || window[at + 1] != '\n';
        }
    }

    /// A line feed at the end of the file begins no line.
    private void begin(int at) {
        bits = 0;
        controls = false;
        line = at < have ? at : -1;
        if (line >= 0) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = at;
        }
    }

    private void end(int to, boolean unusual) {
        if (line < 0) {
            return;
        }
        Kind kind = Marks.of(window, line, to, marked);
        if (unusual || kind != Kind.PLAIN) {
            if (noted == notes.length) {
                notes = Arrays.copyOf(notes, 2 * noted);
            }
            notes[noted++] = Stretch.note(lines - 1, kind, unusual);
        }
    }

    /// The last line goes on behind the stretch.
    private void finish() {
        int to = Math.min(length, have);
        for (; line >= 0 && to < have && window[to] != '\n'; to++) {
            controls |= window[to] < ' ';
        }
        end(to, controls || to == have || (bits & HIGH) != 0);
    }
}
