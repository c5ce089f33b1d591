package dev.signalbox.provider.git;

import dev.signalbox.provider.http.Origin;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.function.LongSupplier;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/// Connections of one read: to one origin, together within one deadline and one number of bytes. The time limits of a
/// socket alone would not do: a byte now and then would keep a read alive for ever.
final class BoundedConnections implements HttpConnectionFactory {

    private final Origin origin;
    private final long most;
    private final long endsAt;
    private final LongSupplier ticker;
    private long read;

    /// @param most bytes in all
    /// @param endsAt reading of the ticker after which nothing is read any more
    BoundedConnections(Origin origin, long most, long endsAt, LongSupplier ticker) {
        this.origin = origin;
        this.most = most;
        this.endsAt = endsAt;
        this.ticker = ticker;
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

    /// Whether the time is over.
    boolean isOver() {
        return ticker.getAsLong() - endsAt >= 0;
    }

    private void refuseOthers(URL address) throws IOException {
        try {
            if (!origin.equals(Origin.of(new URI(address.getProtocol(), null, address.getHost(), address.getPort(),
                    "/", null, null)))) {
                throw new Exceeded("The repository leads to another address");
            }
        } catch (URISyntaxException notAnAddress) {
            throw new Exceeded("The repository leads to another address");
        }
    }

    private synchronized void count(long more) throws Exceeded {
        read += Math.max(0, more);
        if (read > most) {
            throw new Exceeded("The repository sent more than " + Math.max(1, most >> 20) + " MB");
        }
        if (isOver()) {
            throw new Exceeded("The repository took too long to answer");
        }
    }

    /// A limit was reached.
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1;

        Exceeded(String sentence) {
            super(sentence);
        }
    }

    private final class Bounded extends JDKHttpConnection {

        Bounded(URL address, Proxy proxy) throws IOException {
            super(address, proxy);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    count(1);
                    return super.read();
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    count(0);
                    int got = super.read(into, from, length);
                    count(got);
                    return got;
                }
            };
        }
    }
}
