package dev.signalbox.wiring;

import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;

/// Leads to the accounts and clusters that a configuration file names.
///
/// @param tokens gives the accounts their tokens
record Configured(Machine machine, ConsoleConfigFile file, Tokens tokens) implements Connecting {

    @Override
    public void prepare(Engine engine) {
        ConsoleConfig config = file.config();
        engine.describe(
                config.board(),
                config.accounts().stream().map(ConsoleConfig.CiAccount::id).findFirst(),
                config.clusters().stream().map(ConsoleConfig.ClusterContext::id).toList(),
                file.problems());
    }

    @Override
    public void connect(Engine engine) {
        engine.connect(machine, file.config(), tokens);
    }
}
