package dev.signalbox.wiring;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/// Logs of jobs that were fetched, as files in the cache: they are used again at the next start. What a killed console had
/// half of, and what is old, goes; a log that is wanted later is fetched again, or comes from the kept ones.
final class FetchedLogs {

    /// Longer than anybody comes back to a run.
    static final Duration OLD = Duration.ofDays(30);

    /// Longer than any download lasts, also one of another console on the same cache.
    static final Duration HALF = Duration.ofDays(1);

    private FetchedLogs() {}

    /// Removes what is too old. What cannot be removed stays for the next time.
    static void clear(Path folder, Instant now) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), now);
                    boolean half = !file.getFileName().toString().endsWith(".log");
                    if (age.compareTo(half ? HALF : OLD) > 0) {
                        boolean unused = Files.deleteIfExists(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException stubborn) {
            // Not there, or not ours to remove.
        }
    }
}
