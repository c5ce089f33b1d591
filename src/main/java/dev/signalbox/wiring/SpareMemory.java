package dev.signalbox.wiring;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Gives back to the system what a start or a busy hour left behind: has all garbage collected while nobody uses the console,
/// once when a start has settled and then now and again. A console stays open for days, mostly behind other windows.
///
/// All of it stops for that: for about a tenth of a second with 50 services, for a sixth with 10 000 cells. Nobody notices
/// who has not touched it for a while.
final class SpareMemory {

    /// How often to look.
    static final Duration EVERY = Duration.ofSeconds(1);

    /// Until everything that a start reads has been read and shown.
    static final Duration SETTLED = Duration.ofSeconds(8);

    /// Whoever is about to go on scrolling or typing has done so by then.
    static final Duration UNTOUCHED = Duration.ofSeconds(4);

    static final Duration AGAIN = Duration.ofMinutes(5);

    private final LongSupplier ticker;
    private final Supplier<Duration> untouched;
    private final Runnable collect;
    private long due;

    /// @param ticker nanoseconds that go on
    /// @param untouched for how long nobody has touched the console
    /// @param collect collects all garbage
    SpareMemory(LongSupplier ticker, Supplier<Duration> untouched, Runnable collect) {
        this.ticker = ticker;
        this.untouched = untouched;
        this.collect = collect;
        due = ticker.getAsLong() + SETTLED.toNanos();
    }

    /// Looks whether it is time; always on the same thread.
    void step() {
        if (ticker.getAsLong() - due >= 0 && untouched.get().compareTo(UNTOUCHED) >= 0) {
            collect.run();
            due = ticker.getAsLong() + AGAIN.toNanos();
        }
    }
}
