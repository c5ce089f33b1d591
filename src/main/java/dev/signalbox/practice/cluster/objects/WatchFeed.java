package dev.signalbox.practice.cluster.objects;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The changes of one kind for one watcher, in order. A watcher that falls too far behind is cut off, as the real server
/// does, and has to list again.
public final class WatchFeed implements AutoCloseable {

    /// More than any reader that still lives can be behind.
    private static final int BACKLOG = 20_000;

    private final ResourceKind kind;
    private final String namespace;
    private final Listing start;
    private final Consumer<WatchFeed> onClose;
    private final BlockingQueue<Optional<StoredChange>> queue = new LinkedBlockingQueue<>(BACKLOG);
    private volatile boolean cut;

    WatchFeed(ResourceKind kind, String namespace, Listing start, Consumer<WatchFeed> onClose) {
        this.kind = kind;
        this.namespace = namespace;
        this.start = start;
        this.onClose = onClose;
    }

    /// The objects that existed when the feed began; empty when it continues from a version.
    public Listing start() {
        return start;
    }

    /// The next change, or empty when none came in time or the feed was cut.
    public Optional<StoredChange> next(Duration patience) throws InterruptedException {
        Optional<StoredChange> next = queue.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        return next == null ? Optional.empty() : next;
    }

    /// Whether nothing will come any more, although the watcher did not ask for that.
    public boolean isCut() {
        return cut;
    }

    void offer(StoredChange change) {
        boolean mine = change.key().kind().equals(kind)
                && (namespace.isEmpty() || namespace.equals(change.key().namespace()));
        if (mine && !queue.offer(Optional.of(change))) {
            cut();
        }
    }

    void cut() {
        cut = true;
        queue.clear();
        queue.add(Optional.empty());
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
