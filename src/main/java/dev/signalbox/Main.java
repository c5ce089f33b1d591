package dev.signalbox;

import dev.signalbox.wiring.CommandLine;
import dev.signalbox.wiring.Exit;
import dev.signalbox.wiring.MenuStart;

/// Starts the console.
public final class Main {

    private Main() {}

    /// @param arguments see `--help`
    public static void main(String[] arguments) {
        Exit.with(arguments.length == 0 ? MenuStart.run() : CommandLine.run(arguments));
    }
}
