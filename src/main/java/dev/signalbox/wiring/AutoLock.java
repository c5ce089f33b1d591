package dev.signalbox.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Says when the vault's key should leave the memory: when nobody has touched the console for a while, and when the
/// machine has slept.
final class AutoLock {

    /// What holds until a person says otherwise.
    static final Duration USUAL = Duration.ofMinutes(5);

    /// A clock that is set right moves by less, and nobody keeps a machine from its work for so long.
    private static final Duration SLEPT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final LongSupplier ticker;
    private Duration after = USUAL;
    private long touchedAt;
    private long lookedAt;
    private Instant lookedWhen;
    private boolean told;

    /// @param ticker nanoseconds that go on; on some systems they stand still while it sleeps
    AutoLock(InstantSource clock, LongSupplier ticker) {
        this.clock = clock;
        this.ticker = ticker;
        touchedAt = ticker.getAsLong();
        lookedAt = touchedAt;
        lookedWhen = clock.instant();
    }

    /// @param quiet without input after which it is due; zero for never, and then still after sleep
    synchronized void after(Duration quiet) {
        after = quiet;
    }

    synchronized Duration after() {
        return after;
    }

    /// A person did something.
    synchronized void touched() {
        touchedAt = ticker.getAsLong();
        told = false;
    }

    /// For how long nobody has.
    synchronized Duration untouched() {
        return Duration.ofNanos(ticker.getAsLong() - touchedAt);
    }

    /// Whether it is time, once for each quiet while and each sleep; asked every second or so.
    synchronized boolean isDue() {
        long tick = ticker.getAsLong();
        Instant when = clock.instant();
        boolean slept = Duration.between(lookedWhen, when).compareTo(SLEPT) >= 0
                || Duration.ofNanos(tick - lookedAt).compareTo(SLEPT) >= 0;
        lookedAt = tick;
        lookedWhen = when;
        boolean quiet = !told && !after.isZero() && tick - touchedAt >= after.toNanos();
        told |= quiet;
        return slept || quiet;
    }
}
