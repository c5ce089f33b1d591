package dev.signalbox.wiring;

import dev.signalbox.action.Pause;

/// Starts the console as the menu does, without arguments. Apart from [CommandLine], since reading no arguments would still
/// load 170 classes of picocli, which are too old for the cache of an installed console: a good part of its start.
public final class MenuStart {

    private MenuStart() {}

    /// @return the exit code
    public static int run() {
        // First of all: nothing takes longer, and nothing of it depends on what follows.
        try (Toolkit toolkit = Toolkit.on(System.getProperty("os.name", ""), System.getenv(), true)) {
            return new Launch(Machine.here(), new Way.Own(), null, null, "", Pause.real()).run(false, toolkit);
        }
    }
}
