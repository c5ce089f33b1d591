package dev.signalbox.provider.kubernetes;

import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/// Makes a client certificate ready for TLS.
final class ClientKeys {

    private ClientKeys() {}

    /// @throws GeneralSecurityException when certificate or key cannot be understood; without a word of either
    static KeyManager @Nullable [] of(ClusterAccess.@Nullable Certificate certificate)
            throws GeneralSecurityException {
        if (certificate == null) {
            return null;
        }
        String key = certificate.key().reveal();
        // PKCS#8 does not say outside which algorithm it holds.
        List<String> algorithms = key.contains("BEGIN EC PRIVATE KEY")
                ? List.of("EC")
                : key.contains("BEGIN RSA PRIVATE KEY") ? List.of("RSA") : List.of("RSA", "EC", "Ed25519");
        for (String algorithm : algorithms) {
            try {
                return SSLUtils.keyManagers(
                        bytes(certificate.chain()), bytes(key), algorithm, "", null, null);
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                // The next algorithm may fit; what the library complains of may quote the key.
                continue;
            }
        }
        throw new GeneralSecurityException("the client certificate or its key cannot be read");
    }

    private static ByteArrayInputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1));
    }
}
