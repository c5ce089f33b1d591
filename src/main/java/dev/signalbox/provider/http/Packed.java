package dev.signalbox.provider.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes that are kept for long and asked for now and then: they take little room until they are. What servers tell in
/// JSON shrinks to a sixth or less.
final class Packed {

    private final byte[] packed;
    private final int length;

    private Packed(byte[] packed, int length) {
        this.packed = packed;
        this.length = length;
    }

    /// Packs the bytes; what was given is not held on to.
    static Packed of(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater quick = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, quick)) {
            out.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        } finally {
            quick.end();
        }
        return new Packed(packed.toByteArray(), plain.length);
    }

    /// The bytes as they were, made anew each time.
    byte[] bytes() {
        byte[] plain = new byte[length];
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            if (in.readNBytes(plain, 0, length) != length) {
                throw new IllegalStateException("packed bytes are cut short");
            }
        } catch (IOException e) {
            throw new IllegalStateException("packed bytes are broken", e);
        }
        return plain;
    }

    /// How many bytes they take while they are packed; a few more than they are where they do not shrink.
    int size() {
        return packed.length;
    }

    /// Sizes only.
    @Override
    public String toString() {
        return "Packed[" + length + " bytes in " + packed.length + "]";
    }
}
