package dev.signalbox.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A ZIP archive on disk whose directory was checked as a whole: names, sizes, overlaps, and that both descriptions of
/// each entry agree. Contents are checked while they are read. Archives in it are files like any other, never opened.
///
/// Not thread-safe.
public final class Archive implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final RandomAccessFile file;
    private final ArchiveLimits limits;
    private final List<ArchiveEntry> entries;

    private Archive(RandomAccessFile file, ArchiveLimits limits, List<ArchiveEntry> entries) {
        this.file = file;
        this.limits = limits;
        this.entries = entries;
    }

    /// Opens an archive.
    ///
    /// @throws RefusedArchive when anything about it is wrong
    public static Archive open(Path path, ArchiveLimits limits) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new Archive(file, limits, ZipDirectory.read(file, limits));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// All entries in the directory's order.
    public List<ArchiveEntry> entries() {
        return entries;
    }

    /// All files together, unpacked, as far as the directory tells the truth; reading stops where it does not.
    public long bytes() {
        return entries.stream().mapToLong(ArchiveEntry::bytes).sum();
    }

    /// Writes the unpacked content of an entry. Stops at the first byte beyond its size; an interrupt ends it.
    ///
    /// @param written is told the length of every piece
    /// @throws RefusedArchive when the content is not what the directory says
    public void copy(ArchiveEntry entry, OutputStream to, LongConsumer written) throws IOException {
        Checked out = new Checked(entry, to, written);
        if (entry.isStored()) {
            copyStored(entry, out);
        } else {
            inflate(entry, out);
        }
        if (out.bytes != entry.bytes() || out.crc.getValue() != entry.crc()) {
            throw EntryNames.refused(entry.name(), "is damaged: its content is not what its checksum says");
        }
    }

    private void copyStored(ArchiveEntry entry, Checked out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long read = 0; read < entry.packed();) {
            int next = next(entry, read, buffer);
            out.write(buffer, next);
            read += next;
        }
    }

    private void inflate(ArchiveEntry entry, Checked out) throws IOException {
        byte[] packed = new byte[BUFFER];
        byte[] plain = new byte[BUFFER];
        long read = 0;
        try (Inflater inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int next = next(entry, read, packed);
                    if (next == 0) {
                        throw EntryNames.refused(entry.name(), "is damaged: its content ends too early");
                    }
                    inflater.setInput(packed, 0, next);
                    read += next;
                }
                out.write(plain, inflater.inflate(plain));
                if (inflater.needsDictionary()) {
                    throw EntryNames.refused(entry.name(), "is packed in a way that is not read");
                }
            }
            if (inflater.getBytesRead() != entry.packed()) {
                throw EntryNames.refused(entry.name(), "has something behind its content");
            }
        } catch (DataFormatException e) {
            throw EntryNames.refused(entry.name(), "is damaged: its content cannot be unpacked");
        }
    }

    private int next(ArchiveEntry entry, long read, byte[] buffer) throws IOException {
        int length = (int) Math.min(buffer.length, entry.packed() - read);
        file.seek(entry.dataAt() + read);
        file.readFully(buffer, 0, length);
        return length;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Counts, sums up and stops what leaves the archive.
    private final class Checked {

        private final ArchiveEntry entry;
        private final OutputStream to;
        private final LongConsumer written;
        private final CRC32 crc = new CRC32();
        private long bytes;

        Checked(ArchiveEntry entry, OutputStream to, LongConsumer written) {
            this.entry = entry;
            this.to = to;
            this.written = written;
        }

        void write(byte[] buffer, int length) throws IOException {
            bytes += length;
            if (bytes > entry.bytes()) {
                throw EntryNames.refused(entry.name(), "unpacks to more than the archive says");
            }
            if (bytes > limits.ratioFrom() && bytes / Math.max(1, entry.packed()) > limits.ratio()) {
                throw EntryNames.refused(entry.name(), "unpacks to more than " + limits.ratio() + " times its size");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Unpacking was stopped");
            }
            crc.update(buffer, 0, length);
            to.write(buffer, 0, length);
            written.accept(length);
        }
    }
}
