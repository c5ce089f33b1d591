package dev.signalbox.wiring;

import dev.signalbox.wiring.config.ConsoleConfigFile;

/// Leads to the accounts and clusters that a configuration file names.
///
/// @param tokens gives the accounts their tokens
record Configured(Machine machine, ConsoleConfigFile file, Tokens tokens) implements Connecting {

    @Override
    public void prepare(Engine engine) {
        engine.describe(machine, file.config(), file.problems());
    }

    @Override
    public void connect(Engine engine) {
        engine.connect(machine, file.config(), tokens);
    }
}
