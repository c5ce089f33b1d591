package dev.signalbox.desktop.tray;

import dev.signalbox.desktop.PrivateBus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real bus of a test's own, what is heard of the icons on it, and the workers that talk to it.
final class TrayBus implements AutoCloseable {

    final PrivateBus bus;
    final Ears ears = new Ears();
    final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    TrayBus(Path folder) throws IOException {
        bus = PrivateBus.start(folder);
    }

    /// An icon on this bus.
    BusTray tray() {
        return tray(bus.address());
    }

    /// An icon on a bus elsewhere.
    BusTray tray(String address) {
        return new BusTray(address, "Signalbox", ears, workers);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        bus.close();
    }
}
