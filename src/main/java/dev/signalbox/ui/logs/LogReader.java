package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets the index of one file grow in the background and tells the screen now and then. On the screen's thread, but for
/// what is marked.
final class LogReader {

    /// How much more must be there before it is told again: news must not cost more than the work.
    private static final double MORE = 1.25;

    private final Path path;
    private final boolean marked;
    private final Executor background;
    private final Executor fx;
    private final Told told;
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable LogIndex index;
    private int lastTold;

    /// Hears on the screen's thread how it goes.
    interface Told {

        void begun(LogIndex index);

        /// @param atEnd whether the index reaches the present end of the file
        void grown(boolean atEnd);

        void failed(String words);
    }

    LogReader(Path path, boolean marked, Executor background, Executor fx, Told told) {
        this.path = path;
        this.marked = marked;
        this.background = background;
        this.fx = fx;
        this.told = told;
    }

    boolean isClosed() {
        return closed;
    }

    /// Reads to the present end of the file, also when it was read before.
    void read() {
        if (wanted.getAndIncrement() == 0) {
            background.execute(this::work);
        }
    }

    void close() {
        closed = true;
        if (wanted.getAndIncrement() == 0) {
            background.execute(this::work);
        }
    }

    /// In the background; never twice at a time.
    private void work() {
        int seen;
        do {
            seen = wanted.get();
            try {
                step();
            } catch (IOException e) {
                tell(to -> to.failed("The log cannot be read from this disk: " + e.getClass().getSimpleName() + "."));
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void step() throws IOException {
        LogIndex reading = index;
        if (closed) {
            if (reading != null) {
                reading.close();
            }
            return;
        }
        if (reading == null) {
            LogIndex opened = LogIndex.begin(path, marked);
            index = opened;
            reading = opened;
            tell(to -> to.begun(opened));
        }
        LogIndex growing = reading;
        growing.grow(() -> closed, () -> {
            if (growing.lines() > lastTold * MORE) {
                lastTold = growing.lines();
                tell(to -> to.grown(false));
            }
        });
        lastTold = growing.lines();
        tell(to -> to.grown(true));
    }

    private void tell(Consumer<Told> news) {
        fx.execute(() -> {
            if (!closed) {
                news.accept(told);
            }
        });
    }
}
