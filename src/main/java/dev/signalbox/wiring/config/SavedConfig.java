package dev.signalbox.wiring.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The configuration file that the console keeps itself. Replaced as a whole: after a crash it holds the old or the new
/// content, never a mixture. The three versions before stay beside it, the newest as `.1`.
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

    /// Replaces the file with any text: the board's is kept the same way.
    ///
    /// @throws IOException when it cannot be written; the file is as before
    public void replace(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        keepOlder();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes the file, since nothing is connected any more. What it held stays beside it.
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
