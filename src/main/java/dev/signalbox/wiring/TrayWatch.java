package dev.signalbox.wiring;

import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.state.Store;
import dev.signalbox.ui.tray.TrayTeller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks every few seconds at what the tray is to show.
final class TrayWatch {

    static final Duration EVERY = Duration.ofSeconds(2);

    private final Store store;
    private final InstantSource clock;
    private final Executor workers;
    private final TrayTeller teller;
    private final AtomicBoolean looking = new AtomicBoolean();

    /// @param workers where is looked and shown: the tray may block
    TrayWatch(Store store, InstantSource clock, Tray tray, Executor workers) {
        this.store = store;
        this.clock = clock;
        this.workers = workers;
        teller = new TrayTeller(tray::show);
    }

    /// Looks once, on a worker, unless the last look is still going on.
    void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            workers.execute(() -> {
                try {
                    teller.look(store.current(), clock.instant());
                } finally {
                    looking.set(false);
                }
            });
        } catch (RejectedExecutionException closing) {
            looking.set(false);
        }
    }
}
