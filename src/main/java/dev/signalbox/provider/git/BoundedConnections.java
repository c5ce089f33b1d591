package dev.signalbox.provider.git;

import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.provider.http.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/// HTTP connections of one read: to one origin, together within its limits.
final class BoundedConnections implements HttpConnectionFactory {

    private final Origin origin;
    private final ReadLimits limits;
    private final Proxy proxy;
    private final X509ExtendedTrustManager trust;

    BoundedConnections(Origin origin, ReadLimits limits, GitSettings.Network network) {
        this.origin = origin;
        this.limits = limits;
        proxy = network.proxy() == null ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, network.proxy());
        trust = CertificateFile.trusting(network.trusted());
    }

    @Override
    public HttpConnection create(URL address) throws IOException {
        refuseOthers(address);
        return new Bounded(address, proxy);
    }

    @Override
    public HttpConnection create(URL address, Proxy ofThisMachine) throws IOException {
        return create(address);
    }

    private void refuseOthers(URL address) throws IOException {
        try {
            URI asked = new URI(
                    address.getProtocol(), null, address.getHost(), address.getPort(), "/", null, null);
            if (origin.equals(Origin.of(asked))) {
                return;
            }
        } catch (URISyntaxException notAnAddress) {
            // Then it is not ours.
        }
        throw new ReadLimits.Exceeded("The repository leads to another address");
    }

    private final class Bounded extends JDKHttpConnection {

        Bounded(URL address, Proxy proxy) throws IOException {
            super(address, proxy);
            if (!origin.scheme().equals("https")) {
                return;
            }
            try {
                configure(null, new TrustManager[] {trust}, null);
            } catch (GeneralSecurityException lacking) {
                throw new IOException("This Java speaks no TLS", lacking);
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return limits.bound(super.getInputStream());
        }
    }
}
