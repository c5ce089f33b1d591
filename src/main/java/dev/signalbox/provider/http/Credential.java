package dev.signalbox.provider.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The secret that an account sends, and the header it travels in. Never printed: its text is "hidden" everywhere. It
/// is added to a request only by the door, and only at the exact origin of the account.
public final class Credential {

    private final String header;
    private final String value;
    private final List<String> secrets;

    private Credential(String header, String value, List<String> secrets) {
        for (String part : List.of(header, value)) {
            if (!part.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("The credential has characters that no token has");
            }
        }
        this.header = header;
        this.value = value;
        this.secrets = List.copyOf(secrets);
    }

    /// No secret at all: for downloads, avatars and update checks.
    public static Credential none() {
        return new Credential("", "", List.of());
    }

    /// `Authorization: Bearer …`, as GitHub and Kubernetes want it.
    public static Credential bearer(String token) {
        return new Credential("Authorization", "Bearer " + notBlank(token), List.of(token));
    }

    /// A header of its own, such as GitLab's `PRIVATE-TOKEN`.
    public static Credential header(String name, String token) {
        return new Credential(name, notBlank(token), List.of(token));
    }

    /// `Authorization: Basic …`.
    public static Credential basic(String user, String password) {
        String encoded = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Credential("Authorization", "Basic " + encoded, List.of(notBlank(password), encoded));
    }

    /// Stands for the secret where answers are kept apart by account; tells nothing about it.
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((header + ":" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }

    boolean isPresent() {
        return !header.isEmpty();
    }

    String headerName() {
        return header;
    }

    String headerValue() {
        return value;
    }

    /// What must never appear in any text.
    List<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return "Credential(hidden)";
    }

    private static String notBlank(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The credential is empty");
        }
        return secret;
    }
}
