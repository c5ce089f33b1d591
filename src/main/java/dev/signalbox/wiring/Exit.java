package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import java.time.Duration;

/// The end of the process, when all that is ours is closed. What a library still does then may hang, as AWT does on
/// Windows when its own thread hangs (`sun.awt.windows.WToolkit.shutdown` waits without limit); and the file of a program
/// that does not end can be neither replaced nor removed there.
public final class Exit {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Exit() {}

    /// Ends the process with this code, in any case within some seconds.
    public static void with(int code) {
        with(code, PATIENCE);
    }

    /// @param patience for whatever is still done at the end
    static void with(int code, Duration patience) {
        Thread.ofPlatform().daemon().name("exit").start(() -> {
            try {
                Pause.real().lasting(patience);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(code);
        });
        System.exit(code);
    }
}
