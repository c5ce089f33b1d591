package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /// Reads a configuration file, which should be there.
    Found read(Path file) {
        try {
            ConsoleConfigFile read = ConsoleConfigFile.read(Files.readString(file), file, machine.home());
            boolean nothing = read.config().accounts().isEmpty() && read.config().clusters().isEmpty();
            return nothing ? new Found.Broken(read.problems()) : new Found.Ready(read);
        } catch (IOException unreadable) {
            return new Found.Broken(
                    List.of("The configuration cannot be read: " + IoWords.of(unreadable) + "."));
        }
    }
}
