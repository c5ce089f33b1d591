package dev.signalbox.desktop;

import dev.signalbox.domain.text.SafeText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One console per data folder. The system releases the lock when the process ends, however it ends.
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "console.lock";
    private static final int LONGEST_HOLDER = 400;

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the folder; absent when another console has it.
    public static Optional<FolderLock> take(Path folder) throws IOException {
        return take(folder, "");
    }

    /// The same, and writes down whose it is.
    ///
    /// @param holder who takes it, `user@machine`: one home may be on two machines
    public static Optional<FolderLock> take(Path folder, String holder) throws IOException {
        FileChannel channel = FileChannel.open(
                file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(StandardCharsets.UTF_8.encode(holder));
                return Optional.of(new FolderLock(channel, lock));
            }
        } catch (OverlappingFileLockException takenInThisProcess) {
            // Told like any other console that has the folder.
        }
        channel.close();
        return Optional.empty();
    }

    /// Who took the folder last, as they said; empty when that is not known, as on Windows, where a locked file cannot be
    /// read.
    public static String holder(Path folder) {
        try {
            Path file = file(folder);
            return Files.size(file) > LONGEST_HOLDER ? "" : SafeText.line(Files.readString(file));
        } catch (IOException unreadable) {
            return "";
        }
    }

    /// The file that is locked.
    public static Path file(Path folder) {
        return folder.resolve(NAME);
    }

    /// Lets go of the folder; once is enough.
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            lock.release();
            channel.close();
        }
    }
}
