package dev.signalbox.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How many requests may leave now. An errand is charged what it usually takes when it begins; what really left beyond
/// that is owed, and nothing more begins before it is made up for.
final class RequestPace {

    /// Requests that may leave at once after a quiet time, and those that come back each second: 300 together in the
    /// busiest minute, a third of what the provider tolerates.
    private static final double BURST = 60;
    private static final double REFILL = 4;

    /// Of those that come back each second, what may go to what is late, before everything but what is looked at: where
    /// more is wanted than may leave, nothing waits for ever, and the rest is still for what moves.
    private static final double FOR_LATE = 1;

    /// More than this is never owed: it is made up for within a minute.
    private static final double MOST_OWED = 60 * REFILL;

    private final LongSupplier sent;
    private double tokens = BURST;
    private double lateTokens;
    private long charged;
    private @Nullable Instant refilledAt;

    /// @param sent how many requests left so far
    RequestPace(LongSupplier sent) {
        this.sent = sent;
    }

    /// Time has gone on.
    ///
    /// @param running what is under way, which may send what it was charged for
    /// @return false when the clock was set back
    boolean refill(Instant now, Collection<Errand> running) {
        Instant before = refilledAt;
        refilledAt = now;
        settle(running);
        if (before == null) {
            return true;
        }
        if (now.isBefore(before)) {
            return false;
        }
        double seconds = Duration.between(before, now).toMillis() / 1000.0;
        tokens = Math.min(BURST, tokens + seconds * REFILL);
        lateTokens = Math.min(REFILL, lateTokens + seconds * FOR_LATE);
        return true;
    }

    /// What was charged and not used is not kept for later: it would leave at once some time.
    private void settle(Collection<Errand> running) {
        long left = sent.getAsLong();
        long open = running.stream().mapToLong(Errand::cost).sum();
        charged = Math.min(charged, left + open);
        if (left > charged) {
            tokens = Math.max(-MOST_OWED, tokens - (left - charged));
            charged = left;
        }
    }

    boolean isSpent() {
        return tokens < 1;
    }

    boolean hasForLate() {
        return lateTokens >= 1;
    }

    void take(Errand errand) {
        tokens -= errand.cost();
        charged += errand.cost();
    }

    void takeForLate(Errand errand) {
        lateTokens -= errand.cost();
    }
}
