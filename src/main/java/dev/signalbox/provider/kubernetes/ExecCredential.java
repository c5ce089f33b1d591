package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What a credential program answered.
///
/// @param expiresAt when it ends, if the program says
record ExecCredential(
        @Nullable Secret token, ClusterAccess.@Nullable Certificate certificate, @Nullable Instant expiresAt) {

    /// A credential is not used to its very end: the request must arrive before it.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    boolean isFreshAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt.minus(MARGIN));
    }

    /// The question, as the variable `KUBERNETES_EXEC_INFO` carries it.
    static String question(ExecPlugin plugin, ClusterAccess access) {
        ObjectNode question = Tree.empty();
        question.put("kind", "ExecCredential").put("apiVersion", plugin.apiVersion());
        ObjectNode spec = question.putObject("spec").put("interactive", false);
        if (plugin.tellsCluster()) {
            ObjectNode cluster = spec.putObject("cluster").put("server", access.server().toString());
            ClusterAccess.Trust trust = access.trust();
            if (trust.serverName() != null) {
                cluster.put("tls-server-name", trust.serverName());
            }
            if (trust.anything()) {
                cluster.put("insecure-skip-tls-verify", true);
            }
            if (trust.authorities() != null) {
                byte[] pem = trust.authorities().getBytes(StandardCharsets.ISO_8859_1);
                cluster.put("certificate-authority-data", Base64.getEncoder().encodeToString(pem));
            }
            if (access.proxy() != null) {
                cluster.put("proxy-url", access.proxy().toString());
            }
        }
        return Tree.write(question);
    }

    /// @throws IOException when it is no answer to the question; the message never repeats what was printed
    static ExecCredential parse(byte[] printed, String apiVersion) throws IOException {
        JsonNode answer;
        try {
            answer = Tree.object(printed);
        } catch (IOException e) {
            throw new IOException("did not print an ExecCredential as JSON");
        }
        if (!Tree.text(answer, "kind").equals("ExecCredential")
                || !Tree.text(answer, "apiVersion").equals(apiVersion)) {
            throw new IOException("answered with another version than " + apiVersion);
        }
        String token = Tree.text(answer, "status", "token");
        String chain = Tree.text(answer, "status", "clientCertificateData");
        String key = Tree.text(answer, "status", "clientKeyData");
        if (token.isEmpty() && (chain.isEmpty() || key.isEmpty())) {
            throw new IOException("printed neither a token nor a certificate with its key");
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IOException("printed a token with characters that no token has");
        }
        return new ExecCredential(
                token.isEmpty() ? null : new Secret(token),
                chain.isEmpty() || key.isEmpty() ? null : new ClusterAccess.Certificate(chain, new Secret(key)),
                Tree.time(answer, "status", "expirationTimestamp"));
    }
}
