package dev.signalbox.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes ZIP files field by field, so that each field can lie.
final class ZipMaker {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    private String comment = "";

    /// One entry with everything that can be told about it twice.
    record Entry(
            byte[] name, byte[] localName, byte[] data, int method, int flags, long crc, long bytes, int madeBy,
            int mode) {

        static Entry of(String name, String content) {
            return of(name, content.getBytes(StandardCharsets.UTF_8));
        }

        static Entry of(String name, byte[] content) {
            byte[] raw = name.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(content);
            return new Entry(raw, raw, deflated(content), 8, 0, crc.getValue(), content.length, 3, 0100644);
        }

        static Entry folder(String name) {
            byte[] raw = name.getBytes(StandardCharsets.UTF_8);
            return new Entry(raw, raw, new byte[0], 0, 0, 0, 0, 3, 0040755);
        }

        static Entry stored(String name, String content) {
            Entry packed = of(name, content);
            return new Entry(
                    packed.name, packed.name, content.getBytes(StandardCharsets.UTF_8), 0, 0, packed.crc,
                    packed.bytes, 3, 0100644);
        }

        Entry localName(String other) {
            return new Entry(
                    name, other.getBytes(StandardCharsets.UTF_8), data, method, flags, crc, bytes, madeBy, mode);
        }

        Entry rawName(byte[] raw) {
            return new Entry(raw, raw, data, method, flags, crc, bytes, madeBy, mode);
        }

        Entry mode(int unix) {
            return new Entry(name, localName, data, method, flags, crc, bytes, madeBy, unix);
        }

        Entry flags(int other) {
            return new Entry(name, localName, data, method, other, crc, bytes, madeBy, mode);
        }

        Entry method(int other) {
            return new Entry(name, localName, data, other, flags, crc, bytes, madeBy, mode);
        }

        Entry crc(long other) {
            return new Entry(name, localName, data, method, flags, other, bytes, madeBy, mode);
        }

        Entry bytes(long other) {
            return new Entry(name, localName, data, method, flags, crc, other, madeBy, mode);
        }

        Entry data(byte[] other) {
            return new Entry(name, localName, other, method, flags, crc, bytes, madeBy, mode);
        }
    }

    static ZipMaker with(Entry... entries) {
        ZipMaker maker = new ZipMaker();
        for (Entry entry : entries) {
            maker.add(entry);
        }
        return maker;
    }

    static ZipMaker empty() {
        return new ZipMaker();
    }

    ZipMaker add(Entry entry) {
        int at = out.size();
        write(out, header(entry, entry.localName));
        write(out, entry.localName);
        write(out, entry.data);
        return pointingAt(entry, at);
    }

    /// Adds a directory entry whose data are those of another one.
    ZipMaker pointingAt(Entry entry, int at) {
        ByteBuffer central = buffer(46);
        central.putInt(0x02014b50).put((byte) 20).put((byte) entry.madeBy).putShort((short) 20);
        central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
        central.putInt((int) entry.crc).putInt(entry.data.length).putInt((int) entry.bytes);
        central.putShort((short) entry.name.length).putShort((short) 0).putShort((short) 0);
        central.putShort((short) 0).putShort((short) 0).putInt(entry.mode << 16).putInt(at);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        write(both, central.array());
        write(both, entry.name);
        directory.add(both.toByteArray());
        return this;
    }

    ZipMaker junk(String text) {
        write(out, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    ZipMaker comment(String text) {
        comment = text;
        return this;
    }

    byte[] bytes() {
        return bytes(directory.size());
    }

    byte[] bytes(int claimed) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        write(all, out.toByteArray());
        directory.forEach(entry -> write(all, entry));
        ByteBuffer end = buffer(22);
        end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) claimed).putShort((short) claimed);
        end.putInt(all.size() - out.size()).putInt(out.size()).putShort((short) comment.length());
        write(all, end.array());
        write(all, comment.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("archive.zip"), bytes());
    }

    static byte[] deflated(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            deflating.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] header(Entry entry, byte[] name) {
        ByteBuffer local = buffer(30);
        local.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags).putShort((short) entry.method);
        local.putInt(0).putInt((int) entry.crc).putInt(entry.data.length).putInt((int) entry.bytes);
        local.putShort((short) name.length).putShort((short) 0);
        return local.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream to, byte[] bytes) {
        to.write(bytes, 0, bytes.length);
    }
}
