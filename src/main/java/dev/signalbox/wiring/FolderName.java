package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A connection's name as a folder's: the same at every start and on every system, and never that of another connection,
/// whatever people call theirs.
final class FolderName {

    private static final int READABLE = 32;
    private static final int BYTES = 8;

    private FolderName() {}

    /// `github-1f3a…`: what can be read of the name, then a fingerprint of the whole.
    static String of(ConnectionId id) {
        String plain = id.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String readable = plain.substring(0, Math.min(READABLE, plain.length())).replaceAll("^-|-$", "");
        return (readable.isEmpty() ? "connection" : readable) + "-" + fingerprint(id.name());
    }

    private static String fingerprint(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
