package dev.signalbox.provider.kubernetes.kubeconfig;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a context reaches its cluster and as whom.
///
/// @param server `https://host:port/prefix` without a slash at the end
/// @param proxy an `http://` proxy, if the file names one
/// @param file the kubeconfig that describes the cluster
public record ClusterAccess(
        URI server, Trust trust, @Nullable URI proxy, Identity identity, Impersonation impersonation, Path file) {

    /// What people should know of this way before they take it, in a sentence; empty when there is nothing.
    public String caution() {
        return trust.anything() && server.getScheme().equals("https")
                ? "The certificate of this cluster is not checked: the kubeconfig says so (insecure-skip-tls-verify)."
                : "";
    }

    /// Which certificates of the server are believed.
    ///
    /// @param authorities PEM text; only these are believed when present, those of the JDK otherwise
    /// @param serverName name that the certificate must carry instead of the address's host
    /// @param anything believe every certificate: the file asks for it
    public record Trust(@Nullable String authorities, @Nullable String serverName, boolean anything) {}

    /// Who we are to the server; several may be given, as kubectl allows.
    ///
    /// @param tokenFile read anew for each use: others rotate it
    public record Identity(
            @Nullable Secret token,
            @Nullable Path tokenFile,
            @Nullable BasicLogin login,
            @Nullable Certificate certificate,
            @Nullable ExecPlugin plugin) {

        /// Nobody.
        public static final Identity ANONYMOUS = new Identity(null, null, null, null, null);

        /// The bearer token as it is now.
        ///
        /// @throws IOException when the token file cannot be read or does not hold a token; the message says why
        public @Nullable Secret currentToken() throws IOException {
            Path rotated = tokenFile;
            if (rotated == null) {
                return token;
            }
            try {
                String text = LinkedFile.read(rotated, LinkedFile.LARGEST_LINKED).strip();
                // A path that somebody else wrote may lead to any file: what is no token never leaves this machine.
                if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                    throw new IOException("the token file " + rotated.getFileName() + " does not hold one token");
                }
                return new Secret(text);
            } catch (FileSystemException e) {
                throw new IOException("the token file " + rotated.getFileName() + " cannot be read: "
                        + LinkedFile.words(e), e);
            }
        }

        /// Whether requests carry something worth stealing in a header.
        public boolean sendsSecrets() {
            return token != null || tokenFile != null || login != null || plugin != null;
        }
    }

    /// User name and password.
    public record BasicLogin(String user, Secret password) {}

    /// A client certificate with its key, as PEM.
    public record Certificate(String chain, Secret key) {}

    /// As whom to act instead; needs a right of its own on the server. Never left out: without it we would act as the
    /// stronger identity behind it.
    public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {

        /// As oneself.
        public static final Impersonation NONE = new Impersonation("", "", List.of(), Map.of());
    }
}
