package dev.signalbox.history.logs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Text made small.
final class Packed {

    /// More than a block can hold; a damaged one must not fill the memory.
    private static final int MOST = 4 * (LogBlocks.BLOCK + 4 * LogBlocks.LONGEST);

    private Packed() {}

    static byte[] of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory is never full in this way", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static String text(byte[] packed) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }
}
