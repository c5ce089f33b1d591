package dev.signalbox.wiring;

import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.state.Store;
import dev.signalbox.ui.tray.TrayTeller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Looks every few seconds at what the tray is to show.
final class TrayWatch {

    static final Duration EVERY = Duration.ofSeconds(2);

    private final OneLook look;

    /// @param workers where is looked and shown: the tray may block
    TrayWatch(Store store, InstantSource clock, Tray tray, Executor workers) {
        TrayTeller teller = new TrayTeller(tray::show);
        look = new OneLook(() -> teller.look(store.current(), clock.instant()), workers);
    }

    /// Looks once, on a worker, unless the last look is still going on.
    void look() {
        look.take();
    }
}
