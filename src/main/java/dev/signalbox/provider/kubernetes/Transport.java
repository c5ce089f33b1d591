package dev.signalbox.provider.kubernetes;

import dev.signalbox.provider.kubernetes.Credentials.Current;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fabric8's HTTP layer, configured by hand. Its ordinary way of building a client is left aside on purpose: it follows
/// redirects, also for writes; sends a request again after 401, and up to ten times after a fault; and reads the
/// environment. Here a request goes out once, to the one server that was meant.
final class Transport implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final ClusterAccess access;
    private final String userAgent;
    private final ThreadFactory threads;
    private @Nullable HttpClient client;
    private ClusterAccess.@Nullable Certificate certificate;
    private boolean closed;

    /// @param threads makes the (virtual) threads on which the bytes of all connections come and go
    Transport(ClusterAccess access, String userAgent, ThreadFactory threads) {
        this.access = access;
        this.userAgent = userAgent;
        this.threads = threads;
    }

    /// Makes one client, which works on threads of ours and ends them when it is closed. Of its own it would keep nearly
    /// as many as were ever busy at once: watches always have something new before they were idle for a minute.
    private static final class OnOurThreads extends JdkHttpClientFactory {

        private final ExecutorService workers;

        OnOurThreads(ThreadFactory threads) {
            this.workers = Executors.newThreadPerTaskExecutor(threads);
        }

        @Override
        protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
            return java.net.http.HttpClient.newBuilder().executor(workers);
        }

        @Override
        protected void closeHttpClient(JdkHttpClientImpl ended) {
            workers.shutdownNow();
        }
    }

    /// Sends a request and waits for the head of its answer.
    ///
    /// @throws IOException when there was none
    /// @throws TimeoutException when it did not come in time
    Exchange open(ApiCall call, Current who, Duration within)
            throws IOException, TimeoutException, InterruptedException {
        HttpClient http = client(who);
        Exchange.Inbox inbox = new Exchange.Inbox();
        CompletableFuture<HttpResponse<AsyncBody>> coming;
        try {
            coming = http.consumeBytes(request(http, call, who), (buffers, body) -> inbox.receive(buffers));
        } catch (IllegalArgumentException e) {
            throw new ConnectException("the request cannot be put together; nothing was sent");
        }
        try {
            HttpResponse<AsyncBody> response = coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
            if (response.body() == null) {
                // The JDK hands out the proxy's refusal as if the server had answered, without a body.
                throw new ConnectException("the proxy refused the tunnel with HTTP " + response.code());
            }
            return inbox.open(response);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            coming.cancel(true); // Fabric8 gives the body back if an answer still comes
            throw e;
        }
    }

    private HttpRequest request(HttpClient http, ApiCall call, Current who) {
        HttpRequest.Builder request = http.newHttpRequestBuilder().uri(call.uri());
        if (call.contentType().isEmpty()) {
            request.method(call.method(), null, (String) null);
        } else {
            request.method(call.method(), call.contentType(), call.body());
        }
        request.setHeader("Accept", ApiCall.JSON);
        request.setHeader("User-Agent", userAgent);
        who.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    private synchronized HttpClient client(Current who) throws IOException {
        if (closed) {
            throw new ConnectException("closed");
        }
        HttpClient ready = client;
        ClusterAccess.Certificate wanted = who.certificate();
        if (ready == null || !Objects.equals(wanted, certificate)) {
            if (ready != null) {
                ready.close();
            }
            ready = build(wanted);
            client = ready;
            certificate = wanted;
        }
        return ready;
    }

    private HttpClient build(ClusterAccess.@Nullable Certificate mine) throws IOException {
        Config once = new ConfigBuilder(Config.empty())
                .withRequestRetryBackoffLimit(0)
                .build();
        HttpClient.Builder builder = new OnOurThreads(threads).newBuilder();
        builder.tag(once.getRequestConfig());
        builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        // One connection per watch: a stalled one cannot hold up the others, as it would within one HTTP/2 connection.
        builder.preferHttp11();
        URI proxy = access.proxy();
        if (proxy != null) {
            // Looked up anew for each connection: a notebook goes from one network to the next.
            builder.proxyAddress(InetSocketAddress.createUnresolved(
                    proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort()));
            builder.proxyType(HttpClient.ProxyType.HTTP);
        }
        if (access.server().getScheme().equals("https")) {
            try {
                builder.sslContext(ClientKeys.of(mine), ServerTrust.of(access.trust()));
            } catch (GeneralSecurityException e) {
                throw new ConnectException(e.getMessage());
            }
        }
        return builder.build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
