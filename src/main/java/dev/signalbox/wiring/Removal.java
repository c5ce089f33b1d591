package dev.signalbox.wiring;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Removes a folder with all that is in it. Links are removed and not followed.
final class Removal extends SimpleFileVisitor<Path> {

    private final @Nullable Path kept;

    private Removal(@Nullable Path kept) {
        this.kept = kept;
    }

    /// Removes all of it.
    static void of(Path folder) throws IOException {
        Files.walkFileTree(folder, new Removal(null));
    }

    /// Removes what is in it, but for one file, and so the folder stays.
    static void of(Path folder, Path kept) throws IOException {
        Files.walkFileTree(folder, new Removal(kept));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!file.equals(kept)) {
            boolean unused = Files.deleteIfExists(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // somebody else was faster
        }
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        if (kept == null || !kept.startsWith(folder)) {
            boolean unused = Files.deleteIfExists(folder);
        }
        return FileVisitResult.CONTINUE;
    }
}
