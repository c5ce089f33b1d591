package dev.signalbox.provider.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Marks the moment before the first byte leaves, and refuses a kept connection that is dead or on which bytes wait
/// that nobody asked for: they would be taken for the answer to this request.
final class OnceExecutor extends HttpRequestExecutor {

    static final String ATTEMPT = "dev.signalbox.attempt";

    private static final Timeout GLANCE = Timeout.ofMilliseconds(1);

    /// A kept connection could not be used; nothing was sent on it.
    static final class UnusableConnection extends IOException {
        UnusableConnection() {
            super("a kept connection was no longer usable");
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (context.getAttribute(ATTEMPT) instanceof Attempt attempt && !request.getMethod().equals("CONNECT")) {
            if (wasUsed(connection) && (connection.isStale() || connection.isDataAvailable(GLANCE))) {
                throw new UnusableConnection();
            }
            attempt.sending();
        }
        return super.execute(request, connection, callback, context);
    }

    private static boolean wasUsed(HttpClientConnection connection) {
        EndpointDetails details = connection.getEndpointDetails();
        return details == null || details.getRequestCount() > 0;
    }
}
