package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Keeps one kind of object in one namespace current: lists, then watches from the list's version, for ever. An expired
/// version (HTTP 410, or 200 with an ERROR event of code 410) lists once more; a broken stream goes on from where it
/// broke.
final class KindFeed implements Runnable {

    /// The server ends a watch after this time; a dead connection is noticed soon after.
    private static final int WATCH_SECONDS = 120;
    private static final Duration SILENCE = Duration.ofSeconds(WATCH_SECONDS + 15);
    private static final Duration FORBIDDEN = Duration.ofMinutes(5);
    private static final int PATIENCE = 3;

    /// A watch that ends sooner and brings nothing is not begun again at once.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final ConnectionId cluster;
    private final Feed feed;
    private final String namespace;
    private final KindLists lists;
    private final ApiClient client;
    private final ApiPaths paths;
    private final Picture picture;
    private final Pulse pulse;
    private final Backoff backoff;
    private final InstantSource clock;
    private final CountDownLatch closed;
    private final Set<String> known = new HashSet<>();
    private String version = "";

    KindFeed(
            ConnectionId cluster, Feed feed, String namespace, ApiPaths paths, ApiClient client, Picture picture,
            Pulse pulse,
            RandomGenerator random, InstantSource clock, CountDownLatch closed) {
        this.cluster = cluster;
        this.feed = feed;
        this.namespace = namespace;
        this.lists = new KindLists(cluster, feed, namespace, paths, client);
        this.client = client;
        this.paths = paths;
        this.picture = picture;
        this.pulse = pulse;
        this.backoff = new Backoff(random, clock);
        this.clock = clock;
        this.closed = closed;
    }

    /// The version that we watched from is too old.
    private static final class Expired extends Exception {}

    @Override
    public void run() {
        try {
            while (closed.getCount() > 0) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            if (version.isEmpty()) {
                list();
            }
            boolean lived = watch();
            if (!lived) {
                pause(backoff.brief());
            }
        } catch (Expired e) {
            version = "";
            pause(backoff.brief());
        } catch (RemoteFailure e) {
            if (!Thread.currentThread().isInterrupted()) {
                failed(e.problem());
            } else {
                throw new InterruptedException();
            }
        } catch (RuntimeException e) {
            // One object that this console stumbles over must not end the watch of all others unseen.
            failed(new RemoteProblem.Unreadable(
                    "An object of the cluster could not be understood (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private void failed(RemoteProblem problem) throws InterruptedException {
        Duration wait = backoff.after(problem);
        boolean believed = known.isEmpty() || backoff.failures() >= PATIENCE;
        if (problem instanceof RemoteProblem.Forbidden && feed != Feed.DEPLOYMENTS && believed) {
            // Not everybody may read everything; what may be read is shown. A server that just starts forbids what it allows
            // a moment later, so what was allowed before has to be forbidden several times.
            known.forEach(uid -> picture.remove(feed, uid));
            known.clear();
            version = "";
            pulse.listed(namespace, feed);
            pause(FORBIDDEN);
            return;
        }
        if (problem instanceof RemoteProblem.Unreadable || backoff.failures() >= PATIENCE) {
            version = ""; // a restored server may know less than we do
        }
        pulse.troubled(namespace, feed, problem, clock.instant().plus(wait));
        pause(wait);
    }

    private void list() throws RemoteFailure, InterruptedException {
        KindLists.Whole all = lists.read();
        if (all.items().isEmpty() && !known.isEmpty()) {
            // A server that just starts may answer with nothing: believed only when it says so twice.
            pause(backoff.brief());
            all = lists.read();
        }
        Set<String> gone = new HashSet<>(known);
        known.clear();
        for (Trimmed item : all.items()) {
            gone.remove(item.uid());
            known.add(item.uid());
            picture.put(item);
        }
        gone.forEach(uid -> picture.remove(feed, uid));
        version = all.version();
        pulse.listed(namespace, feed);
    }

    /// @return whether it lasted long enough to begin the next one at once
    private boolean watch() throws RemoteFailure, Expired, InterruptedException {
        String query = "?watch=true&allowWatchBookmarks=true&timeoutSeconds=" + WATCH_SECONDS + "&resourceVersion="
                + ApiPaths.query(version);
        Instant start = clock.instant();
        boolean lived = false;
        try (Exchange exchange = client.open(ApiCall.get(feed.uri(paths, namespace, query)))) {
            if (exchange.status() == 410) {
                throw new Expired();
            }
            if (exchange.status() != 200) {
                client.good(client.rest(exchange));
            }
            backoff.reset();
            pulse.beating(namespace, feed);
            WatchLines lines = new WatchLines(exchange);
            for (byte[] line = lines.next(SILENCE); line != null; line = lines.next(SILENCE)) {
                if (line.length > 0) {
                    event(Tree.object(line));
                    lived = true;
                    pulse.beating(namespace, feed);
                }
            }
            return lived || start.plus(LONG_ENOUGH).isBefore(clock.instant());
        } catch (Exchange.Late e) {
            throw new RemoteFailure(Failures.late(client.host(), SILENCE));
        } catch (IOException e) {
            throw new RemoteFailure(Failures.silence(e, client.host()));
        }
    }

    private void event(JsonNode event) throws Expired, RemoteFailure {
        JsonNode object = event.path("object");
        String uid = Tree.text(object, "metadata", "uid");
        switch (Tree.text(event, "type")) {
            case "ADDED", "MODIFIED" -> {
                if (!uid.isEmpty()) {
                    known.add(uid);
                    picture.put(Trimmed.of(cluster, feed, object));
                }
            }
            case "DELETED" -> {
                known.remove(uid);
                picture.remove(feed, uid);
            }
            case "BOOKMARK" -> {
                // only its version counts
            }
            case "ERROR" -> {
                if (Tree.number(object, 0, "code") == 410) {
                    throw new Expired();
                }
                throw new RemoteFailure(new RemoteProblem.ServerFault(
                        "The cluster ended the watch", Tree.number(object, 500, "code")));
            }
            default -> pulse.ignored();
        }
        String newer = Tree.text(object, "metadata", "resourceVersion");
        if (!newer.isEmpty()) {
            version = newer;
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }
}
