package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.StoredChange;
import dev.signalbox.practice.cluster.objects.WatchFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A watch over plain HTTP: one JSON document per line, for as long as both sides like.
final class WatchEndpoint {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ObjectStore store;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Duration bookmarkEvery;

    WatchEndpoint(ObjectStore store, InstantSource clock, LongSupplier nanoTime, Duration bookmarkEvery) {
        this.store = store;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.bookmarkEvery = bookmarkEvery;
    }

    void watch(ApiRequest request, ApiPath path) throws IOException {
        Choice choice = Choice.of(request, path);
        boolean initial = request.asks("sendInitialEvents");
        Matching.check(request);
        long version = request.version();
        Duration patience = patience(request);
        Lines lines = new Lines(request, path.kind(), choice, clock);
        try (WatchFeed feed = initial || version == 0
                ? store.watch(path.kind(), path.namespace())
                : store.watchFrom(path.kind(), path.namespace(), version)) {
            lines.open();
            for (ObjectNode object : choice.of(feed.start().items())) {
                lines.write("ADDED", object);
            }
            if (initial && request.asks("allowWatchBookmarks")) {
                lines.bookmark(feed.start().version(), true);
            }
            follow(feed, lines, request.asks("allowWatchBookmarks"), patience);
        } catch (Refusal refused) {
            if (refused.code() != 410) {
                throw refused;
            }
            // The status line went out long ago on a real server: the refusal is an event of the stream.
            lines.open();
            lines.error(refused);
        }
        lines.end();
    }

    private static Duration patience(ApiRequest request) {
        long asked = request.number("timeoutSeconds", 0);
        return asked == 0 ? LONGEST : Duration.ofSeconds(Math.clamp(asked, 0, LONGEST.toSeconds()));
    }

    private void follow(WatchFeed feed, Lines lines, boolean bookmarks, Duration patience) throws IOException {
        long end = nanoTime.getAsLong() + patience.toNanos();
        while (!feed.isCut()) {
            Duration left = Duration.ofNanos(end - nanoTime.getAsLong());
            if (!left.isPositive()) {
                return;
            }
            boolean last = left.compareTo(bookmarkEvery) <= 0;
            Optional<StoredChange> change;
            long version = store.version();
            try {
                change = feed.next(last ? left : bookmarkEvery);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
            if (change.isPresent()) {
                lines.change(change.get());
            } else if (bookmarks && !feed.isCut()) {
                // Nothing up to that version was left in the feed when it was read.
                lines.bookmark(version, false);
            }
            if (last && change.isEmpty() && !feed.isCut()) {
                return;
            }
        }
        throw new Dropped();
    }

    /// The lines of one stream.
    private static final class Lines {

        private final ApiRequest request;
        private final Shape shape;
        private final ResourceKind kind;
        private final Choice choice;
        private final InstantSource clock;

        Lines(ApiRequest request, ResourceKind kind, Choice choice, InstantSource clock) {
            this.clock = clock;
            this.request = request;
            this.shape = request.shape();
            this.kind = kind;
            this.choice = choice;
        }

        void open() throws IOException {
            request.exchange().getResponseHeaders().set("Content-Type", "application/json");
            request.exchange().getResponseHeaders().set("Cache-Control", "no-cache, private");
            request.exchange().sendResponseHeaders(200, 0);
            request.exchange().getResponseBody().flush();
        }

        /// What the change is to a watcher who sees only some objects.
        void change(StoredChange change) throws IOException {
            ObjectNode previous = change.previous();
            boolean after = change.changed() != StoredChange.Kind.DELETED && choice.has(change.object());
            if (previous == null || !choice.has(previous)) {
                if (after) {
                    write("ADDED", change.object());
                }
            } else if (after) {
                write("MODIFIED", change.object());
            } else {
                // An object that left the selection is told as the watcher knew it, with the version of its leaving.
                ObjectNode known = previous.deepCopy();
                Fields.child(known, "metadata").put("resourceVersion", Long.toString(change.version()));
                write("DELETED", known);
            }
        }

        void bookmark(long version, boolean endsInitialEvents) throws IOException {
            ObjectNode object = Fields.newObject().put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
            ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(version));
            metadata.putNull("creationTimestamp");
            if (endsInitialEvents) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            line("BOOKMARK", object);
        }

        void error(Refusal refusal) throws IOException {
            line("ERROR", refusal.status());
        }

        void write(String type, ObjectNode object) throws IOException {
            line(type, shape.one(kind, object, clock.instant()));
        }

        void end() {
            request.exchange().close();
        }

        private void line(String type, ObjectNode object) throws IOException {
            ObjectNode event = Fields.newObject().put("type", type);
            event.set("object", object);
            OutputStream out = request.exchange().getResponseBody();
            byte[] json = Fields.bytes(event);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            out.write(line);
            out.flush();
        }
    }
}
