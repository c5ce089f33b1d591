package dev.signalbox.provider.kubernetes;

import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Decides which servers are believed, by the kubeconfig: the named authorities only (not the JDK's besides), and the
/// name of `tls-server-name` in place of the address's host, which the JDK's own check would insist on.
final class ServerTrust {

    private ServerTrust() {}

    /// @return what to believe, or nothing for the JDK's own rules
    static TrustManager @Nullable [] of(Trust trust) throws GeneralSecurityException, IOException {
        if (trust.anything()) {
            return new TrustManager[] {new Anything()};
        }
        if (trust.authorities() == null && trust.serverName() == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust.authorities() == null ? null : store(trust.authorities()));
        if (trust.serverName() == null) {
            return factory.getTrustManagers();
        }
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager strict) {
                return new TrustManager[] {new Named(strict, trust.serverName())};
            }
        }
        throw new GeneralSecurityException("this JDK cannot check server certificates");
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        byte[] bytes = pem.getBytes(StandardCharsets.ISO_8859_1);
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes))) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        if (number == 0) {
            throw new CertificateException("no certificate among the authorities");
        }
        return store;
    }

    /// Checks the chain as usual, and the name against the one that the kubeconfig expects.
    private static final class Named extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager strict;
        private final String name;

        Named(X509ExtendedTrustManager strict, String name) {
            this.strict = strict;
            this.name = name;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            strict.checkServerTrusted(chain, type);
            if (!ServerNames.matches(chain[0], name)) {
                throw new CertificateException("the server's certificate is not for " + name
                        + ", which the kubeconfig expects (tls-server-name)");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            strict.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            strict.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            strict.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return strict.getAcceptedIssuers();
        }
    }

    /// The kubeconfig says `insecure-skip-tls-verify: true`; its owner decided that, and the console says so beside the
    /// connection and in every plan.
    private static final class Anything extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
