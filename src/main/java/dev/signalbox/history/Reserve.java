package dev.signalbox.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of 1 MiB that is there to be deleted: when the disk is full, a record that was begun can still be finished.
final class Reserve {

    private static final int SIZE = 1 << 20;
    private final Path file;
    private boolean taken;

    Reserve(Path folder) {
        file = folder.resolve("reserve");
    }

    /// Takes the space if it is not taken; a disk without room has none to reserve, which is no error.
    void take() {
        if (taken) {
            return;
        }
        try {
            if (Files.exists(file) && Files.size(file) == SIZE) {
                taken = true;
                return;
            }
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                // Written out, since a file with a hole in it would reserve nothing.
                fill(channel);
                channel.force(true);
            }
            taken = true;
        } catch (IOException e) {
            release();
        }
    }

    /// A disk that is nearly full takes a part at once, and refuses the rest only when it is asked again.
    static void fill(WritableByteChannel channel) throws IOException {
        ByteBuffer space = ByteBuffer.allocate(SIZE);
        while (space.hasRemaining()) {
            channel.write(space);
        }
    }

    /// Gives the space back; false when there was none.
    boolean release() {
        taken = false;
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }
}
