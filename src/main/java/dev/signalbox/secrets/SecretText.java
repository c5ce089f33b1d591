package dev.signalbox.secrets;

import dev.signalbox.domain.text.Redaction;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A secret on its way: it never prints itself, and is gone from memory when it is closed.
public final class SecretText implements AutoCloseable {

    private final byte[] bytes;

    private SecretText(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of what was typed; the caller wipes its own.
    public static SecretText of(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = Arrays.copyOfRange(encoded.array(), encoded.position(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return new SecretText(bytes);
    }

    /// Takes the bytes over.
    static SecretText owning(byte[] bytes) {
        return new SecretText(bytes);
    }

    /// The secret itself, for the header that it travels in. What is made of it can no longer be wiped.
    public String reveal() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Wipes it.
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return Redaction.MARK;
    }
}
