package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Leads to the accounts and clusters that a configuration file names.
///
/// @param tokens gives the accounts their tokens
/// @param stamp of the file as it was read; empty where nothing is kept of it
record Configured(Machine machine, ConsoleConfigFile file, Tokens tokens, String stamp) implements Connecting {

    Configured(Machine machine, ConsoleConfigFile file, Tokens tokens) {
        this(machine, file, tokens, "");
    }

    /// Tells a configuration file from others, and from what it holds after a change; empty when it cannot be looked at.
    static String stampOf(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return file.toAbsolutePath() + "|" + now.lastModifiedTime().toMillis() + "|" + now.size();
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void prepare(Engine engine) {
        engine.describe(machine, file.config(), file.problems());
    }

    @Override
    public Set<ConnectionId> remembered() {
        Stream<ConnectionId> accounts = file.config().accounts().stream().map(ConsoleConfig.CiAccount::id);
        Stream<ConnectionId> clusters = file.config().clusters().stream().map(ConsoleConfig.ClusterContext::id);
        return Stream.concat(accounts, clusters).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean reads(RepositoryId repository) {
        return file.config().accounts().stream()
                .filter(account -> account.id().equals(repository.connection()))
                .allMatch(account -> account.picks().takes(repository));
    }

    @Override
    public void connect(Engine engine) {
        engine.connect(machine, file.config(), tokens);
    }
}
