package dev.signalbox.wiring;

import dev.signalbox.desktop.FolderLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder that is there while the console runs and gone afterwards. A console that is killed leaves its folder behind; the
/// lock in it, which the system releases with the process, tells the next one that nobody uses it any more.
final class PassingFolder implements AutoCloseable {

    private static final int TRIES = 5;

    private final Path path;
    private final String prefix;
    private final @Nullable FolderLock lock;

    private PassingFolder(Path path, String prefix, @Nullable FolderLock lock) {
        this.path = path;
        this.prefix = prefix;
        this.lock = lock;
    }

    /// Makes one of a name of its own; only its owner may read it.
    ///
    /// @param prefix by which [#clearOthers] finds it; nothing else in `parent` begins so
    static PassingFolder make(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        for (int i = 0; i < TRIES; i++) {
            Path path = Files.createTempDirectory(parent, prefix);
            Optional<FolderLock> lock = lock(path);
            if (lock.isPresent()) {
                return new PassingFolder(path, prefix, lock.get());
            }
        }
        throw new IOException("No folder of our own can be made in " + parent);
    }

    /// The same, or a missing one where it cannot be made.
    static PassingFolder makeOrMiss(Path parent, String prefix) {
        try {
            return make(parent, prefix);
        } catch (IOException unusable) {
            return missing(parent.resolve(prefix));
        }
    }

    /// One that cannot be made now, for a console that can write nothing: whoever needs it says what is wrong with it.
    static PassingFolder missing(Path path) {
        return new PassingFolder(path, "", null);
    }

    /// Between the making of a folder and its lock another console may have taken it for one that was left behind.
    private static Optional<FolderLock> lock(Path fresh) throws IOException {
        try {
            Optional<FolderLock> lock = FolderLock.take(fresh);
            if (lock.isPresent() && !Files.exists(FolderLock.file(fresh))) {
                lock.get().close();
                return Optional.empty();
            }
            return lock;
        } catch (NoSuchFileException taken) {
            return Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /// Removes the folders beside it of consoles that are no more. What cannot be removed stays for the next time.
    void clearOthers() {
        Path parent = path.getParent();
        if (lock == null || parent == null) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : all) {
                // POSIX lets go of all locks of a file when a process closes it once: our own is not even opened.
                if (!folder.equals(path)) {
                    clear(folder);
                }
            }
        } catch (IOException unreadable) {
            // Then nothing of ours is there.
        }
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Optional<FolderLock> nobodys = FolderLock.take(folder);
            if (nobodys.isPresent()) {
                Removal.of(folder, FolderLock.file(folder));
                nobodys.get().close();
                Removal.of(folder);
            }
        } catch (IOException stubborn) {
            // Somebody else's, or held open: it is looked at again at the next start.
        }
    }

    @Override
    public void close() throws IOException {
        if (lock == null) {
            return;
        }
        try {
            Removal.of(path, FolderLock.file(path));
        } finally {
            lock.close();
        }
        Removal.of(path);
    }
}
