package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sums up how all feeds of a cluster stand: it is live when each of them is.
final class Pulse {

    /// How often a quiet, healthy watch says that it is alive.
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(2);

    private final Delivery delivery;
    private final InstantSource clock;
    private final Map<String, Set<Feed>> unlisted = new HashMap<>();
    private final Set<String> troubled = new HashSet<>();
    private @Nullable Instant said;
    private long ignored;

    Pulse(Delivery delivery, InstantSource clock, List<String> namespaces) {
        this.delivery = delivery;
        this.clock = clock;
        for (String namespace : namespaces) {
            unlisted.put(namespace, new HashSet<>(Set.of(Feed.values())));
            delivery.hold(namespace);
        }
    }

    /// All objects of a kind were read, or there is no right to read them.
    synchronized void listed(String namespace, Feed feed) {
        Set<Feed> missing = unlisted.get(namespace);
        if (missing != null && missing.remove(feed) && missing.isEmpty()) {
            unlisted.remove(namespace);
            delivery.release(namespace);
        }
        beating(namespace, feed);
    }

    /// The feed answers.
    synchronized void beating(String namespace, Feed feed) {
        boolean recovered = troubled.remove(name(namespace, feed));
        Instant now = clock.instant();
        boolean quiet = said == null || Duration.between(said, now).abs().compareTo(OFTEN_ENOUGH) >= 0;
        if (troubled.isEmpty() && unlisted.isEmpty() && (recovered || quiet)) {
            said = now;
            delivery.say(listener -> listener.live(now));
        }
    }

    synchronized void troubled(String namespace, Feed feed, RemoteProblem problem, @Nullable Instant retryAt) {
        troubled.add(name(namespace, feed));
        Instant now = clock.instant();
        delivery.say(listener -> listener.troubled(problem, now, retryAt));
    }

    /// Something came that this console does not know.
    synchronized void ignored() {
        ignored++;
    }

    synchronized long ignoredSoFar() {
        return ignored;
    }

    private static String name(String namespace, Feed feed) {
        return namespace + "/" + feed;
    }
}
