package dev.signalbox.wiring;

import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.state.Store;
import dev.signalbox.ui.tray.TrayTeller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Looks every few seconds at what the tray is to show.
final class TrayWatch {

    static final Duration EVERY = Duration.ofSeconds(2);

    private final OneLook look;
    private final LongSupplier ticker;
    private final Duration rest;
    private boolean begun;
    private long beginning;

    /// @param ticker nanoseconds that only grow
    /// @param workers where is looked and shown: the tray may block
    TrayWatch(Store store, InstantSource clock, LongSupplier ticker, Tray tray, Executor workers) {
        this.ticker = ticker;
        rest = tray.rest();
        TrayTeller teller = new TrayTeller(tray::show);
        look = new OneLook(() -> teller.look(store.current(), clock.instant()), workers);
    }

    /// Looks once, on a worker, unless the last look is still going on, or the tray is still to be left alone. To be
    /// called for the first time when the window is there, and by one thread at a time.
    void look() {
        long now = ticker.getAsLong();
        if (!begun) {
            begun = true;
            beginning = now;
        }
        if (now - beginning >= rest.toNanos()) {
            look.take();
        }
    }
}
