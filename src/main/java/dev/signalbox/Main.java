package dev.signalbox;

import dev.signalbox.wiring.CommandLine;

/// Starts the console.
public final class Main {

    private Main() {}

    /// @param arguments see `--help`
    public static void main(String[] arguments) {
        System.exit(CommandLine.run(arguments));
    }
}
