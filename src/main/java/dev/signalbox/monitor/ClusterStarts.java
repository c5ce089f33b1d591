package dev.signalbox.monitor;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Begins to watch clusters little by little: a first list of everything is the heaviest request there is, and fifty of
/// them at once would starve each other and the screen.
public final class ClusterStarts {

    /// Clusters that are listed for the first time at once.
    static final int AT_ONCE = 4;

    /// A cluster that neither answers nor fails holds back the others no longer than this.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Store store;
    private final InstantSource clock;
    private final Deque<Map.Entry<ConnectionId, Runnable>> waiting = new ArrayDeque<>();
    private final Map<ConnectionId, Instant> begun = new HashMap<>();

    public ClusterStarts(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Takes note of a cluster that is to be watched.
    public synchronized void add(ConnectionId cluster, Runnable start) {
        waiting.add(Map.entry(cluster, start));
    }

    /// Starts as many as may start now.
    public synchronized void step() {
        Instant now = clock.instant();
        ConsoleState state = store.current();
        begun.entrySet().removeIf(
                e -> isSettled(state, e.getKey()) || e.getValue().plus(PATIENCE).isBefore(now));
        while (begun.size() < AT_ONCE && !waiting.isEmpty()) {
            Map.Entry<ConnectionId, Runnable> next = waiting.remove();
            begun.put(next.getKey(), now);
            next.getValue().run();
        }
    }

    private static boolean isSettled(ConsoleState state, ConnectionId cluster) {
        Connection known = state.connections().get(cluster);
        return known != null && known.lamp() != Connection.Lamp.CONNECTING;
    }
}
