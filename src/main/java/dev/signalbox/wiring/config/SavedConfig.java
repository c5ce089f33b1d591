package dev.signalbox.wiring.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/// The configuration file that the console keeps itself. A change touches only what it is about; what a person wrote
/// stays. The file is replaced as a whole: after a crash it holds the old or the new content, never a mixture. The three versions before stay beside it, the newest as `.1`.
///
/// @param file where it lies; its folder must exist
public record SavedConfig(Path file) {

    private static final int KEPT = 3;

    /// Replaces the file.
    ///
    /// @throws IllegalArgumentException when this configuration cannot stand in a file; nothing is changed then
    /// @throws IOException when it cannot be written; the file is as before
    public void write(ConsoleConfig config) throws IOException {
        replace(ConsoleConfigText.write(config));
    }

    /// Changes what the file says now. It goes when nothing is connected any more, unless it says something else too or
    /// something in it was not understood.
    ///
    /// @param home what `~` stands for in it
    /// @throws IllegalArgumentException when it cannot be changed so; nothing is changed then
    /// @throws IOException when it cannot be read or written; the file is as before
    public void change(Path home, UnaryOperator<ConsoleConfig> change) throws IOException {
        String text = changed(home, change);
        if (text.isEmpty()) {
            remove();
        } else {
            replace(text);
        }
    }

    /// What [#change] would write; empty when the file would go.
    ///
    /// @throws IllegalArgumentException when it cannot be changed so
    /// @throws IOException when it cannot be read
    public String changed(Path home, UnaryOperator<ConsoleConfig> change) throws IOException {
        String text = Files.readString(file);
        ConsoleConfigFile before = ConsoleConfigFile.read(text, file, home);
        ConsoleConfig after = change.apply(before.config());
        if (!after.isUnconnected()) {
            // What cannot stand in any file is told in its own words.
            ConsoleConfigText.write(after);
        } else if (before.problems().isEmpty() && after.equals(ConsoleConfig.NOTHING)) {
            return "";
        }
        return ConsoleConfigEdit.edit(text, file, home, after);
    }

    /// Replaces the file with any text: the board's is kept the same way. A link stays one: what it leads to is
    /// replaced, and the versions before stay beside the link.
    ///
    /// @throws IOException when it cannot be written; the file is as before
    public void replace(String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = real.resolveSibling(real.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        keepOlder();
        Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes the file, since nothing is connected any more. What it held stays beside it, and what a link leads to
    /// where it is.
    ///
    /// @throws IOException when it cannot be removed
    public void remove() throws IOException {
        if (Files.exists(file)) {
            keepOlder();
            Files.delete(file);
        }
    }

    /// The file itself is copied and not moved, so that there is one at every moment.
    private void keepOlder() throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        for (int i = KEPT; i > 1; i--) {
            if (Files.isRegularFile(older(i - 1))) {
                Files.move(older(i - 1), older(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(file, older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path older(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
