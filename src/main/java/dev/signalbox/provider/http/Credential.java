package dev.signalbox.provider.http;

import dev.signalbox.port.RemoteFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The secret that an account sends, and the header it travels in. Never printed: its text is "hidden" everywhere. It
/// is added to a request only by the door, and only at the exact origin of the account.
///
/// Where answers are kept apart by account, one that is renewed stays the same: it is the same account.
public final class Credential {

    private final String header;
    private final String value;
    private final List<String> secrets;
    private final @Nullable Source source;

    private Credential(String header, String value, List<String> secrets) {
        this(header, value, secrets, null);
    }

    private Credential(String header, String value, List<String> secrets, @Nullable Source source) {
        for (String part : List.of(header, value)) {
            if (!part.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("The credential has characters that no token has");
            }
        }
        this.header = header;
        this.value = value;
        this.secrets = List.copyOf(secrets);
        this.source = source;
    }

    /// Gives a token that is renewed from time to time. Blocks while that is done.
    public interface Source {

        /// The token to send now.
        ///
        /// @throws RemoteFailure when there is none that could be sent; nothing is sent then
        String current() throws RemoteFailure;

        /// The token to send after the server has refused one.
        ///
        /// @return the same one when there is no other
        /// @throws RemoteFailure when there is none that could be sent any more
        String after(String refused) throws RemoteFailure;

        /// The tokens that it gives now and gave last.
        List<String> secrets();
    }

    /// No secret at all: for downloads, avatars and update checks.
    public static Credential none() {
        return new Credential("", "", List.of());
    }

    /// `Authorization: Bearer …`, as GitHub and Kubernetes want it.
    public static Credential bearer(String token) {
        return new Credential("Authorization", "Bearer " + notBlank(token), List.of(token));
    }

    /// `Authorization: Bearer …` with a token that is renewed from time to time.
    public static Credential renewed(Source source) {
        return new Credential("Authorization", "", List.of(), source);
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

    /// What is sent now: this one, or the token of the moment.
    Credential now() throws RemoteFailure {
        return source == null ? this : bearer(source.current());
    }

    /// What is sent once more after the server has refused what was sent.
    ///
    /// @return empty when there is nothing else to send
    Optional<Credential> after(Credential refused) throws RemoteFailure {
        if (source == null) {
            return Optional.empty();
        }
        String sent = refused.secrets.getFirst();
        String other = source.after(sent);
        return other.equals(sent) ? Optional.empty() : Optional.of(bearer(other));
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

    /// Whether what is sent changes.
    boolean isRenewed() {
        return source != null;
    }

    /// What must never appear in any text.
    List<String> secrets() {
        return source == null ? secrets : source.secrets();
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
