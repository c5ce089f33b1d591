package dev.signalbox.wiring;

import dev.signalbox.domain.text.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Writes over secrets in logs that lie in a cache, in their places: whoever has such a log open finds every line where it
/// was.
final class BlottedLogs {

    private static final int PIECE = 256 * 1_024;

    /// How names of logs end that are not there to their end.
    private static final List<String> HALVES = List.of(".tmp", ".part");

    private final SecretBytes secrets;
    private final Instant since;
    private final BooleanSupplier stopped;
    private boolean missed;
    private boolean fetching;

    /// @param since logs that were written before are done
    /// @param stopped asked between two pieces; ends it early
    BlottedLogs(SecretBytes secrets, Instant since, BooleanSupplier stopped) {
        this.secrets = secrets;
        this.since = since;
        this.stopped = stopped;
    }

    /// Goes through all logs below a folder.
    void in(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    look(file, attributes);
                    return stopped.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException odd) {
            missed = true;
        }
        missed |= stopped.getAsBoolean();
    }

    /// Whether a log could not be gone through.
    boolean hasMissed() {
        return missed;
    }

    /// Whether a log is just being fetched by somebody who did not know the secrets when it began.
    boolean isFetching() {
        return fetching;
    }

    private void look(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile() || attributes.lastModifiedTime().toInstant().isBefore(since)) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        if (HALVES.stream().anyMatch(name::endsWith)) {
            fetching = true;
        }
        if (!name.endsWith(".log")) {
            return;
        }
        try {
            if (blot(file)) {
                // It is as old as it was, and goes when it would have gone.
                Files.setLastModifiedTime(file, attributes.lastModifiedTime());
            }
        } catch (IOException busy) {
            missed |= Files.exists(file);
        }
    }

    private boolean blot(Path file) throws IOException {
        boolean any = false;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            int overlap = secrets.longest() - 1;
            byte[] piece = new byte[PIECE + overlap];
            for (long at = 0; at < channel.size() && !stopped.getAsBoolean(); at += PIECE) {
                int have = read(channel, piece, at);
                if (secrets.blot(piece, have)) {
                    any = true;
                    write(channel, ByteBuffer.wrap(piece, 0, have), at);
                }
            }
            if (any) {
                channel.force(false);
            }
        }
        return any;
    }

    private static int read(FileChannel channel, byte[] piece, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(piece);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // As much as there is.
        }
        return buffer.position();
    }

    private static void write(FileChannel channel, ByteBuffer piece, long from) throws IOException {
        while (piece.hasRemaining()) {
            int unused = channel.write(piece, from + piece.position());
        }
    }
}
