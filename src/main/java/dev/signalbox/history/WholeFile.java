package dev.signalbox.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is replaced as a whole: after a crash the old or the new one is there.
record WholeFile(Path file) {

    /// Writes what the file is to hold.
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /// @throws IOException when it cannot be written; the old one is there then
    void replace(Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS)) {
            content.writeTo(channel);
            channel.force(true);
        } catch (IOException | RuntimeException unusable) {
            Files.deleteIfExists(fresh);
            throw unusable;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
