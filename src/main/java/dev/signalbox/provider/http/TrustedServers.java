package dev.signalbox.provider.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Java's own checks of a server's certificate, host name included; a refusal names the certificate, so that a proxy
/// that answers in the server's place can be recognised.
final class TrustedServers extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager java;

    private TrustedServers(X509ExtendedTrustManager java) {
        this.java = java;
    }

    /// @param more certificates trusted beside those that come with Java
    static SSLContext context(List<X509Certificate> more) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusting(more)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Certificates cannot be checked on this Java", e);
        }
    }

    /// @param more certificates trusted beside those that come with Java
    static X509ExtendedTrustManager trusting(List<X509Certificate> more) {
        try {
            X509ExtendedTrustManager standard = manager(null);
            return new TrustedServers(more.isEmpty() ? standard : manager(joined(standard, more)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Certificates cannot be checked on this Java", e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager one : factory.getTrustManagers()) {
            if (one instanceof X509ExtendedTrustManager good) {
                return good;
            }
        }
        throw new GeneralSecurityException("no trust manager for X.509");
    }

    private static KeyStore joined(X509ExtendedTrustManager standard, List<X509Certificate> more)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int n = 0;
        for (X509Certificate one : standard.getAcceptedIssuers()) {
            store.setCertificateEntry("java-" + n++, one);
        }
        for (X509Certificate one : more) {
            store.setCertificateEntry("account-" + n++, one);
        }
        return store;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw named(chain, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw named(chain, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        try {
            java.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw named(chain, e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }

    private static UntrustedServer named(X509Certificate[] chain, CertificateException why) {
        X509Certificate leaf = chain[0];
        return new UntrustedServer(reason(leaf, why) + "; issued by " + leaf.getIssuerX500Principal().getName()
                + ", SHA-256 " + sha256(leaf), why);
    }

    private static String reason(X509Certificate leaf, CertificateException why) {
        boolean invalid = false;
        for (Throwable t = why; t != null; t = t.getCause()) {
            invalid = invalid || t instanceof CertPathValidatorException;
            if (t instanceof CertificateExpiredException) {
                return "its certificate expired on " + leaf.getNotAfter().toInstant();
            }
            if (t instanceof CertificateNotYetValidException) {
                return "its certificate is not valid before " + leaf.getNotBefore().toInstant();
            }
            if (t.getMessage() != null && (t.getMessage().startsWith("No subject alternative")
                    || t.getMessage().startsWith("No name matching"))) {
                return "its certificate is for another name";
            }
        }
        if (invalid) {
            return "its certificate is not valid";
        }
        return leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())
                ? "its certificate is signed by itself"
                : "its certificate comes from an authority that is not trusted here";
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            return "unknown";
        }
    }
}
