package dev.signalbox.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the directory of a ZIP file and holds it against the rest of the file. The library's own readers do not serve:
/// one believes the directory without looking at the entries, the other the entries without looking at the directory,
/// and neither minds overlapping entries, duplicate names or encryption.
///
/// Layout: APPNOTE.TXT of PKWARE, 6.3. ZIP64 is refused: what needs it is beyond every limit of ours.
final class ZipDirectory {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final long LARGEST_DIRECTORY = 32L << 20;

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /// The kinds of file in Unix modes: everything but ordinary files and folders is refused.
    private static final int KIND = 0170000;
    private static final int ORDINARY = 0100000;
    private static final int FOLDER = 0040000;
    private static final int UNIX = 3;
    private static final int MAC = 19;

    private final RandomAccessFile file;
    private final ArchiveLimits limits;
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private final List<Extent> extents = new ArrayList<>();
    private final EntryNames names;

    private record Extent(String name, long from, long to) {}

    private record Found(int count, long at, int bytes) {}

    private ZipDirectory(RandomAccessFile file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
        names = new EntryNames(limits.entries());
    }

    static List<ArchiveEntry> read(RandomAccessFile file, ArchiveLimits limits) throws IOException {
        ZipDirectory directory = new ZipDirectory(file, limits);
        Found end = directory.findEnd();
        directory.readEntries(end);
        directory.names.checkTogether();
        directory.checkExtents(end.at());
        return List.copyOf(directory.entries);
    }

    /// The end record must be the very last thing in the file and its comment reach to the end: nothing may hide behind.
    private Found findEnd() throws IOException {
        long length = file.length();
        if (length < END_BYTES) {
            throw new RefusedArchive("This is not a ZIP archive: it is too short");
        }
        ByteBuffer first = at(0, 4);
        int signature = first.getInt();
        if (signature != LOCAL && signature != END) {
            throw new RefusedArchive("This is not a ZIP archive: it begins with something else");
        }
        int tail = (int) Math.min(length, END_BYTES + 0xFFFF);
        ByteBuffer last = at(length - tail, tail);
        for (int i = tail - END_BYTES; i >= 0; i--) {
            if (last.getInt(i) == END && i + END_BYTES + unsigned(last, i + 20) == tail) {
                return end(last, i, length - tail + i);
            }
        }
        throw new RefusedArchive("The archive is cut short: its directory is missing");
    }

    private Found end(ByteBuffer tail, int i, long at) throws RefusedArchive {
        int count = unsigned(tail, i + 10);
        long bytes = Integer.toUnsignedLong(tail.getInt(i + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(i + 16));
        if (tail.getInt(i + 4) != 0 || unsigned(tail, i + 8) != count) {
            throw new RefusedArchive("The archive is in several parts or of the large format, which is not read");
        }
        if (count > limits.entries()) {
            throw new RefusedArchive(
                    "The archive has " + count + " entries, more than the " + limits.entries() + " that are read");
        }
        if (offset + bytes != at || bytes > LARGEST_DIRECTORY) {
            throw new RefusedArchive("The archive's directory is not where its end says");
        }
        return new Found(count, offset, (int) bytes);
    }

    private void readEntries(Found end) throws IOException {
        ByteBuffer directory = at(end.at(), end.bytes());
        long total = 0;
        for (int i = 0; i < end.count(); i++) {
            ArchiveEntry entry = entry(directory, end.at());
            names.add(entry.name(), entry.isFolder());
            total += entry.bytes();
            if (entry.bytes() > limits.fileBytes()) {
                throw EntryNames.refused(entry.name(), "is larger than a file in an archive may be");
            }
            if (total > limits.totalBytes()) {
                throw new RefusedArchive("The archive unpacks to more than the " + limits.totalBytes() + " bytes that"
                        + " it may take here");
            }
            entries.add(entry);
        }
        if (directory.hasRemaining()) {
            throw new RefusedArchive("The archive's directory holds more than its end says");
        }
    }

    private ArchiveEntry entry(ByteBuffer directory, long end) throws IOException {
        if (directory.remaining() < CENTRAL_BYTES || directory.getInt(directory.position()) != CENTRAL) {
            throw new RefusedArchive("The archive's directory is damaged");
        }
        int at = directory.position();
        int madeBy = directory.get(at + 5) & 0xFF;
        int flags = unsigned(directory, at + 8);
        int method = unsigned(directory, at + 10);
        long crc = Integer.toUnsignedLong(directory.getInt(at + 16));
        long packed = Integer.toUnsignedLong(directory.getInt(at + 20));
        long bytes = Integer.toUnsignedLong(directory.getInt(at + 24));
        int nameBytes = unsigned(directory, at + 28);
        int more = unsigned(directory, at + 30) + unsigned(directory, at + 32);
        int mode = directory.getInt(at + 38) >>> 16;
        long local = Integer.toUnsignedLong(directory.getInt(at + 42));
        directory.position(at + CENTRAL_BYTES);
        if (directory.remaining() < nameBytes + more) {
            throw new RefusedArchive("The archive's directory is damaged");
        }
        byte[] raw = new byte[nameBytes];
        directory.get(raw);
        directory.position(directory.position() + more);
        String name = text(raw);
        boolean folder = name.endsWith("/");
        String plain = folder ? name.substring(0, name.length() - 1) : name;
        checkKind(plain, madeBy, mode, folder);
        checkPacking(plain, flags, method, packed, bytes, folder);
        long data = checkLocal(local, raw, plain, flags, method);
        if (data + packed > end) {
            throw EntryNames.refused(plain, "reaches into the archive's directory");
        }
        extents.add(new Extent(plain, local, data + packed));
        return new ArchiveEntry(plain, folder, bytes, packed, method == STORED, crc, data);
    }

    private static void checkKind(String name, int madeBy, int mode, boolean folder) throws RefusedArchive {
        int kind = madeBy == UNIX || madeBy == MAC ? mode & KIND : 0;
        if (kind != 0 && kind != (folder ? FOLDER : ORDINARY)) {
            throw EntryNames.refused(name, "is a link or a device, not a file");
        }
    }

    private static void checkPacking(String name, int flags, int method, long packed, long bytes, boolean folder)
            throws RefusedArchive {
        if ((flags & ENCRYPTED) != 0) {
            throw EntryNames.refused(name, "is encrypted");
        }
        if (method != STORED && method != DEFLATED) {
            throw EntryNames.refused(name, "is packed in a way that is not read");
        }
        if (method == STORED && packed != bytes || folder && bytes != 0) {
            throw EntryNames.refused(name, "has a size that cannot be");
        }
    }

    /// The header in front of the data must tell the same as the directory, or two readers see two archives.
    private long checkLocal(long local, byte[] name, String plain, int flags, int method) throws IOException {
        if (local + LOCAL_BYTES + name.length > file.length()) {
            throw EntryNames.refused(plain, "lies outside the archive");
        }
        ByteBuffer header = at(local, LOCAL_BYTES + name.length);
        byte[] own = new byte[name.length];
        header.get(LOCAL_BYTES, own);
        if (header.getInt(0) != LOCAL || unsigned(header, 26) != name.length
                || !java.util.Arrays.equals(own, name)) {
            throw EntryNames.refused(plain, "is named otherwise where its data are");
        }
        int telling = ENCRYPTED | SIZES_FOLLOW;
        if (unsigned(header, 8) != method || (unsigned(header, 6) & telling) != (flags & telling)) {
            throw EntryNames.refused(plain, "is described otherwise where its data are");
        }
        return local + LOCAL_BYTES + name.length + unsigned(header, 28);
    }

    /// Entries that share data unpack to far more than any ratio of a single one shows.
    private void checkExtents(long directoryAt) throws RefusedArchive {
        extents.sort(Comparator.comparingLong(Extent::from));
        long end = 0;
        for (Extent extent : extents) {
            if (extent.from() < end) {
                throw EntryNames.refused(extent.name(), "shares its data with another one");
            }
            end = extent.to();
        }
        if (!extents.isEmpty() && extents.getFirst().from() != 0 || end > directoryAt) {
            throw new RefusedArchive("The archive has something in front of its first entry");
        }
    }

    private ByteBuffer at(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(position);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /// Old archivers do not say that they write UTF-8, so it is not asked; what is no UTF-8 has no certain name.
    private static String text(byte[] raw) throws RefusedArchive {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedArchive("An entry of the archive has a name in an unknown alphabet");
        }
    }
}
