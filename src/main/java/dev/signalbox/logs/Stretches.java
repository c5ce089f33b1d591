package dev.signalbox.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Looks at many stretches of a file, on as many cores as are free, and hands them back in order.
final class Stretches {

    /// Stretches of one round: so many that cores do not wait for each other often, so few that a file of nothing but line
    /// feeds does not fill the memory.
    private static final int MOST = 512;
    private static final int MORE = 8;

    private final FileChannel file;
    private final boolean marked;
    private final ConcurrentLinkedQueue<Window> windows = new ConcurrentLinkedQueue<>();
    private int wanted = 1;

    Stretches(FileChannel file, boolean marked) {
        this.file = file;
        this.marked = marked;
    }

    /// The next stretches from a place of the file. The first round is short, because somebody waits for the first lines.
    ///
    /// @param begins whether a line begins at `from`
    List<Stretch> scan(long from, long size, boolean begins) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (long at = from; at < size && parts.size() < wanted;) {
            long to = Math.min(size, (at / Window.BYTES + 1) * Window.BYTES);
            parts.add(new Part(at, to, size, begins && at == from));
            at = to;
        }
        wanted = Math.min(MOST, wanted * MORE);
        try {
            return (parts.size() == 1 ? parts.stream() : parts.parallelStream()).map(this::scan).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The end was reached: what comes later will be little.
    void rest() {
        Window one = windows.poll();
        windows.clear();
        if (one != null) {
            windows.add(one);
        }
        wanted = 1;
    }

    private record Part(long from, long to, long size, boolean begins) {}

    private Stretch scan(Part part) {
        Window free = windows.poll();
        Window window = free == null ? new Window() : free;
        try {
            return window.scan(file, part.from(), part.to(), part.size(), part.begins(), marked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            windows.add(window);
        }
    }
}
