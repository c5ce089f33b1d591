package dev.signalbox.monitor;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Notices that the computer slept. Two clocks tell: the one on the wall goes on meanwhile, the other one stands still on
/// Linux and macOS, and on Windows nobody has looked at it for as long. A clock on the wall that is set forward by more
/// than a minute looks the same, and costs no more than reading everything anew.
///
/// What was current before is not afterwards: until it has been read anew every connection counts as stale.
public final class SleepMonitor {

    private static final Logger LOG = Logger.getLogger(SleepMonitor.class.getName());

    /// How far the clocks may be apart, and how long nobody may look.
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final LongSupplier ticker;
    private final Store store;
    private final Runnable awake;
    private @Nullable Instant seen;
    private long ticked;

    /// @param ticker nanoseconds that only grow
    /// @param awake runs after each sleep, once all is marked stale; it must not block
    public SleepMonitor(InstantSource clock, LongSupplier ticker, Store store, Runnable awake) {
        this.clock = clock;
        this.ticker = ticker;
        this.store = store;
        this.awake = awake;
    }

    /// Looks at the clocks; to be called every few seconds.
    public synchronized void step() {
        Instant now = clock.instant();
        long tick = ticker.getAsLong();
        Instant before = seen;
        long passed = tick - ticked;
        seen = now;
        ticked = tick;
        if (before == null) {
            return;
        }
        Duration wall = Duration.between(before, now);
        boolean slept = wall.minusNanos(passed).compareTo(LIMIT) > 0 || passed > LIMIT.toNanos();
        if (slept) {
            LOG.log(Level.INFO, "Nothing was heard for {0} s, as in a sleep: everything is read anew",
                    wall.toSeconds());
            distrust();
            awake.run();
        }
    }

    private void distrust() {
        RemoteProblem why = new RemoteProblem.Unreachable(
                "This computer slept: what is shown is read anew", RemoteProblem.Sent.NOTHING);
        for (Connection connection : store.current().connections().values()) {
            // What waits for a limit or for a person does so still.
            if (connection.lamp() == Connection.Lamp.LIVE) {
                store.offer(new Change.ConnectionTroubled(connection.id(), why, null));
            }
        }
    }
}
