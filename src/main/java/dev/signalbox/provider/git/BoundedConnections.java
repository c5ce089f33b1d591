package dev.signalbox.provider.git;

import dev.signalbox.provider.http.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/// HTTP connections of one read: to one origin, together within its limits.
final class BoundedConnections implements HttpConnectionFactory {

    private final Origin origin;
    private final ReadLimits limits;

    BoundedConnections(Origin origin, ReadLimits limits) {
        this.origin = origin;
        this.limits = limits;
    }

    @Override
    public HttpConnection create(URL address) throws IOException {
        refuseOthers(address);
        return new Bounded(address, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL address, Proxy proxy) throws IOException {
        refuseOthers(address);
        return new Bounded(address, proxy);
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
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return limits.bound(super.getInputStream());
        }
    }
}
