package dev.signalbox.logs;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;

/// Reads a file once, line by line, with a buffer of one size whatever the file holds. Many bytes are looked at together:
/// one subtraction tells whether any of them is below a blank, and only then they are looked at singly.
final class LineScanner {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long BLANKS = 0x2020202020202020L;
    private static final int BUFFER = 64 * 1_024;

    private final FileChannel file;
    private final byte[] buffer;
    private long base;
    private int have;
    /// Where the present line begins in the buffer, and how far it was looked at.
    private int line;
    private int next;
    /// Bits of the present line's bytes, and whether one of them is a control character.
    private long bits;
    private boolean controls;
    /// A line that is longer than the buffer: it was told already, its rest is thrown away.
    private boolean skipping;
    private boolean partial;
    private boolean full;

    /// Takes the lines. The buffer is only lent.
    @FunctionalInterface
    interface Visitor {

        /// @param start of the line in the file
        /// @param from `to` its first bytes in the buffer: all of them, or as many as are shown
        /// @param unusual whether it may hold anything but printable ASCII
        /// @return whether to go on
        boolean visit(long start, byte[] buffer, int from, int to, boolean unusual);
    }

    LineScanner(FileChannel file) {
        this(file, BUFFER);
    }

    LineScanner(FileChannel file, int buffer) {
        this.file = file;
        this.buffer = new byte[Math.max(buffer, 4 * Lines.SHOWN)];
    }

    /// Bytes read so far.
    long read() {
        return base + have;
    }

    /// Where the last line that was told ends, without its line feed.
    long end() {
        return partial || skipping ? base + have : Math.max(0, base + line - 1);
    }

    /// Whether the visitor wants no more.
    boolean isFull() {
        return full;
    }

    /// Goes on to the present end of the file. A line that has no end yet is not told.
    ///
    /// @param read told after each buffer
    void scan(Visitor visitor, BooleanSupplier stopped, Runnable read) throws IOException {
        partial = false;
        while (!full && !stopped.getAsBoolean() && fill()) {
            look(visitor);
            if (!full && have - line > buffer.length / 2) {
                if (!skipping) {
                    tell(visitor, line + Lines.SHOWN, true);
                }
                skipping = true;
                line = have;
            }
            read.run();
        }
    }

    /// Tells the last line as far as it goes, which a later scan may tell again. Nothing is told when the file ends with
    /// a line feed or in a line that was too long for the buffer.
    void last(Visitor visitor) {
        if (!full && !skipping && line < have) {
            partial = true;
            tell(visitor, Math.min(have, line + Lines.SHOWN), true);
        }
    }

    private void look(Visitor visitor) {
        byte[] in = buffer;
        int end = have;
        int at = next;
        long seen = bits;
        for (; at + 32 <= end && !full; at += 32) {
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
            bits = seen;
            if ((all & HIGH) == 0) {
                int found = gathered(lowA) | gathered(lowB) << 8 | gathered(lowC) << 16 | gathered(lowD) << 24;
                for (; found != 0 && !full; found &= found - 1) {
                    one(visitor, at + Integer.numberOfTrailingZeros(found));
                }
            } else {
                // Which line the other alphabet stands in is found out byte by byte.
                each(visitor, at, at + 32);
            }
            seen = bits;
        }
        bits = seen;
        if (!full) {
            each(visitor, at, end);
        }
        next = end;
    }

    /// The high bit of every byte below a blank; above the lowest of them it may be wrong.
    private static long low(long eight) {
        return (eight - BLANKS) & ~eight & HIGH;
    }

    /// The eight high bits beside each other.
    private static int gathered(long high) {
        return (int) ((high >>> 7) * 0x0102040810204080L >>> 56);
    }

    private void each(Visitor visitor, int from, int to) {
        for (int at = from; at < to && !full; at++) {
            one(visitor, at);
        }
    }

    private void one(Visitor visitor, int at) {
        byte b = buffer[at];
        if (b == '\n') {
            if (!skipping) {
                tell(visitor, Math.min(at, line + Lines.SHOWN), controls || (bits & HIGH) != 0);
            }
            skipping = false;
            line = at + 1;
            bits = 0;
            controls = false;
        } else if (b < ' ') {
            // Bytes of other alphabets are negative. A carriage return before the line feed is no matter.
            controls |= b != '\r' || at + 1 >= have || buffer[at + 1] != '\n';
        }
    }

    private void tell(Visitor visitor, int to, boolean unusual) {
        full = !visitor.visit(base + line, buffer, line, to, unusual);
    }

    /// Reads more behind what is not told yet.
    private boolean fill() throws IOException {
        if (line > 0) {
            System.arraycopy(buffer, line, buffer, 0, have - line);
            base += line;
            have -= line;
            line = 0;
        }
        next = have;
        int read = file.read(ByteBuffer.wrap(buffer, have, buffer.length - have), base + have);
        have += Math.max(0, read);
        return read > 0;
    }
}
