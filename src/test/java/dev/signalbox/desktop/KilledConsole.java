package dev.signalbox.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Hangs a doorbell in a process of its own, tells what it hears, and waits to be killed.
final class KilledConsole {

    private KilledConsole() {}

    /// @param arguments the data folder
    public static void main(String[] arguments) throws Exception {
        Doorbell bell = Doorbell.hang(
                DoorPlaces.of(Path.of(arguments[0]), Map.of()), System.out::println,
                Thread.ofPlatform().factory(), System::nanoTime)
                .orElseThrow();
        System.out.println("rung");
        System.out.flush();
        new CountDownLatch(1).await();
        bell.close();
    }
}
