package dev.signalbox.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;

/// Reads a file once from its beginning, line by line, with a buffer of one size whatever the file holds.
final class LineScanner {

    private static final int BUFFER = 256 * 1_024;

    private final FileChannel file;
    private final BooleanSupplier stopped;
    private final byte[] buffer;
    private long base;
    private int have;
    private boolean ended;

    /// Takes the lines. The buffer is only lent.
    @FunctionalInterface
    interface Visitor {

        /// @param start of the line in the file
        /// @param from `to` its first bytes in the buffer: all of them, or as many as are shown
        /// @return whether to go on
        boolean visit(long start, byte[] buffer, int from, int to);
    }

    LineScanner(FileChannel file, BooleanSupplier stopped) {
        this(file, stopped, BUFFER);
    }

    LineScanner(FileChannel file, BooleanSupplier stopped, int buffer) {
        this.file = file;
        this.stopped = stopped;
        this.buffer = new byte[Math.max(buffer, 2 * Lines.SHOWN)];
    }

    /// @return bytes read
    long scan(Visitor visitor) throws IOException {
        int line = 0;
        int next = 0;
        while (true) {
            int end = lineFeed(next);
            if (end >= 0) {
                if (!visitor.visit(base + line, buffer, line, Math.min(end, line + Lines.SHOWN))) {
                    return base + end + 1;
                }
                line = end + 1;
                next = line;
            } else if (ended) {
                if (line < have) {
                    boolean unused = visitor.visit(base + line, buffer, line, Math.min(have, line + Lines.SHOWN));
                }
                return base + have;
            } else if (have - line > Lines.SHOWN) {
                if (!visitor.visit(base + line, buffer, line, line + Lines.SHOWN)) {
                    return base + have;
                }
                line = skipLine();
                next = line;
            } else {
                keepFrom(line);
                next = have;
                line = 0;
                fill();
            }
        }
    }

    /// Throws the rest of a long line away.
    ///
    /// @return where the next line begins in the buffer
    private int skipLine() throws IOException {
        int end = -1;
        while (end < 0 && !ended) {
            keepFrom(have);
            fill();
            end = lineFeed(0);
        }
        return end < 0 ? have : end + 1;
    }

    private int lineFeed(int from) {
        for (int at = from; at < have; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void keepFrom(int start) {
        System.arraycopy(buffer, start, buffer, 0, have - start);
        base += start;
        have -= start;
    }

    private void fill() throws IOException {
        if (stopped.getAsBoolean()) {
            ended = true;
            return;
        }
        int read = file.read(ByteBuffer.wrap(buffer, have, buffer.length - have), base + have);
        if (read < 0) {
            ended = true;
        } else {
            have += read;
        }
    }
}
