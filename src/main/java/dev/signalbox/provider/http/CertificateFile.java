package dev.signalbox.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;

/// Reads certificates that an account trusts beside Java's own, from a PEM file that a person chose.
public final class CertificateFile {

    private static final long LARGEST = 1L << 20;

    private CertificateFile() {}

    /// Checks servers as every connection here does: Java's own certificates, and these beside them. A refusal is a
    /// `CertificateException` whose message names the certificate.
    public static X509ExtendedTrustManager trusting(List<X509Certificate> more) {
        return TrustedServers.trusting(more);
    }

    /// All certificates of the file; at least one.
    ///
    /// @throws IOException with a sentence when it cannot be read, is too large or holds no certificate
    public static List<X509Certificate> read(Path pem) throws IOException {
        if (Files.size(pem) > LARGEST) {
            throw new IOException("The certificate file is larger than 1 MB");
        }
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new IOException("The file holds no certificate");
            }
            return all;
        } catch (CertificateException e) {
            throw new IOException("The file is not a list of PEM certificates", e);
        }
    }
}
