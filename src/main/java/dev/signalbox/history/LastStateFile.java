package dev.signalbox.history;

import dev.signalbox.domain.text.Redaction;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Keeps the last known state in one file, replaced as a whole. It is a convenience: a file that is missing, broken, too
/// large or of another version of the program counts as none.
public final class LastStateFile {

    private static final Logger LOG = Logger.getLogger(LastStateFile.class.getName());
    private static final long MAGIC = 0x5369676e616c3031L; // "Signal01"

    /// Of the packed file; more is not written, nor read.
    static final long LARGEST = 48L * 1024 * 1024;

    private final Path file;
    private final RecordCodec<LastState> codec;

    /// @param folder the data folder, which nobody else may enter
    /// @param redaction takes out of every text what looks like a secret, and the secrets that the console holds by then
    public LastStateFile(Path folder, Supplier<Redaction> redaction) {
        file = folder.resolve("last-state.bin");
        codec = new RecordCodec<>(LastState.class, text -> redaction.get().hideWhole(text));
    }

    /// What was kept; absent when there is nothing that can be used.
    public Optional<LastState> read() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            try (DataInputStream head = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                if (head.readLong() != MAGIC || head.readLong() != codec.fingerprint()) {
                    LOG.info("What the board showed last was written by another version: not used");
                    return Optional.empty();
                }
                try (DataInputStream body =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(head)))) {
                    LastState state = codec.read(body);
                    // The check sum stands behind the last byte: it is looked at only when the end is reached.
                    if (body.read() >= 0) {
                        throw new IOException("More than was expected");
                    }
                    return Optional.of(state);
                }
            }
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.WARNING, "What the board showed last cannot be read, and is not used: {0}",
                    broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Keeps this one instead. After a crash the old or the new one is there.
    ///
    /// @throws IOException when it cannot be written, or is too large to be kept
    public void write(LastState state) throws IOException {
        new WholeFile(file).replace(channel -> {
            OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel));
            DataOutputStream head = new DataOutputStream(plain);
            head.writeLong(MAGIC);
            head.writeLong(codec.fingerprint());
            GZIPOutputStream packed = new GZIPOutputStream(head, 32 * 1024);
            DataOutputStream body = new DataOutputStream(new BufferedOutputStream(packed));
            codec.write(state, body);
            body.flush();
            packed.finish();
            head.flush();
            if (channel.size() > LARGEST) {
                throw new IOException("Too large to be kept");
            }
        });
    }
}
