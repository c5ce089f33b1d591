package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is set up in the settings folder.
///
/// @param folders of a console that does not practise
record OwnConfig(Machine machine, Folders folders) {

    /// What the console's own configuration file is called.
    static final String FILE = "console.yaml";

    /// What was found.
    sealed interface Found {

        /// A configuration that names something to connect to.
        record Ready(ConsoleConfigFile file) implements Found {}

        /// A configuration that names nothing to connect to, and says something else that is to be kept.
        record Unconnected(ConsoleConfigFile file) implements Found {}

        /// Nothing is set up.
        record Nothing() implements Found {}

        /// Something that cannot be used.
        ///
        /// @param why sentences, at least one
        record Broken(List<String> why) implements Found {}
    }

    /// The console's own configuration file.
    Path file() {
        return folders.settings().resolve(FILE);
    }

    /// Reads the console's own configuration.
    Found find() {
        return Files.exists(file()) ? read(file()) : new Found.Nothing();
    }

    /// The board file that the console's own configuration names.
    Optional<Path> board() {
        return switch (find()) {
            case Found.Ready(var file) -> Optional.ofNullable(file.config().board());
            case Found.Unconnected(var file) -> Optional.ofNullable(file.config().board());
            case Found.Nothing nothing -> Optional.empty();
            case Found.Broken broken -> Optional.empty();
        };
    }

    /// Reads a configuration file, which should be there.
    Found read(Path file) {
        try {
            ConsoleConfigFile read = ConsoleConfigFile.read(Files.readString(file), file, machine.home());
            if (!read.config().isUnconnected()) {
                return new Found.Ready(read);
            }
            return read.config().equals(ConsoleConfig.NOTHING)
                    ? new Found.Broken(read.problems())
                    : new Found.Unconnected(read);
        } catch (IOException unreadable) {
            return new Found.Broken(
                    List.of("The configuration cannot be read: " + IoWords.of(unreadable) + "."));
        }
    }
}
