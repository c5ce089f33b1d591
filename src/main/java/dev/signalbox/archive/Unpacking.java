package dev.signalbox.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Unpacks an archive into a new folder: whole, or not at all. Files are written beside their later place and appear
/// there together; whatever goes wrong, nothing stays behind.
public final class Unpacking {

    private static final int MOST_TRIES = 1000;

    private Unpacking() {}

    /// Unpacks everything below `parent` in a new folder.
    ///
    /// @param name of the folder, our own and never from outside; a number is added where it is taken
    /// @param written is told the length of every piece
    /// @return the folder
    /// @throws RefusedArchive when the archive is not to be trusted; nothing was written then
    public static Path unpack(Path zip, Path parent, String name, LongConsumer written) throws IOException {
        long free = Files.getFileStore(parent).getUsableSpace();
        return unpack(zip, parent, name, ArchiveLimits.STANDARD.within(free), written);
    }

    static Path unpack(Path zip, Path parent, String name, ArchiveLimits limits, LongConsumer written)
            throws IOException {
        try (Archive archive = Archive.open(zip, limits)) {
            if (archive.entries().stream().allMatch(ArchiveEntry::isFolder)) {
                throw new RefusedArchive("The archive holds no files");
            }
            Path part = Files.createTempDirectory(parent, "unpacking-");
            try {
                write(archive, part, written);
                return move(part, parent, name);
            } finally {
                remove(part);
            }
        }
    }

    private static void write(Archive archive, Path part, LongConsumer written) throws IOException {
        for (ArchiveEntry entry : archive.entries()) {
            Path file = part.resolve(entry.name()).normalize();
            if (!file.startsWith(part) || file.equals(part)) {
                throw EntryNames.refused(entry.name(), "leads out of its folder or nowhere");
            }
            if (entry.isFolder()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                archive.copy(entry, out, written);
            }
        }
    }

    private static Path move(Path part, Path parent, String name) throws IOException {
        for (int i = 1; i <= MOST_TRIES; i++) {
            Path folder = parent.resolve(i == 1 ? name : name + "-" + i);
            if (Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            return Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        throw new FileAlreadyExistsException(name);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean unused = Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                boolean unused = Files.deleteIfExists(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
