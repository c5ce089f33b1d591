package dev.signalbox.provider.http;

import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The one configured Apache HttpClient. Everything that it would do by itself is off: it re-sends POST on 429 and
/// 503, turns a POST into a GET on 302, carries `PRIVATE-TOKEN` to other hosts and answers 401 from caches
/// (all seen with 5.6.5).
final class WireClient {

    /// Firewalls forget idle connections after a minute or more; we forget them first.
    private static final TimeValue KEPT = TimeValue.ofSeconds(50);

    private WireClient() {}

    /// For reads: connections are kept and used again.
    static CloseableHttpClient reading(HttpSettings settings, SSLContext trust) {
        return build(settings, trust, DefaultClientConnectionReuseStrategy.INSTANCE);
    }

    /// For writes: every one on a connection of its own. A kept one may have died unnoticed, which would leave the
    /// outcome unknown, or may still carry a late answer to something else, which would be taken for a yes.
    static CloseableHttpClient writing(HttpSettings settings, SSLContext trust) {
        return build(settings, trust, (request, response, context) -> false);
    }

    private static CloseableHttpClient build(
            HttpSettings settings, SSLContext trust, ConnectionReuseStrategy reuse) {
        HttpLimits limits = settings.limits();
        HttpClientBuilder builder = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .setRequestExecutor(new OnceExecutor())
                .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                        .register(StandardAuthScheme.BASIC, BasicSchemeFactory.INSTANCE)
                        .build())
                .setConnectionReuseStrategy(reuse)
                .setKeepAliveStrategy((response, context) -> KEPT)
                .setConnectionManager(connections(settings, trust))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.connect().toMillis()))
                        .setResponseTimeout(timeout(longest(limits)))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build());
        ProxySettings proxy = settings.proxy();
        if (proxy != null) {
            route(builder, proxy);
        }
        return builder.build();
    }

    private static HttpClientConnectionManager connections(HttpSettings settings, SSLContext trust) {
        HttpLimits limits = settings.limits();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(bounds()).build())
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(trust)
                        .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                        .buildClassic())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(limits.connect().toMillis()))
                        .build())
                .setMaxConnPerRoute(limits.together() + 2 * HttpLimits.DOWNLOADS + 2)
                .setMaxConnTotal(4 * (limits.together() + 2 * HttpLimits.DOWNLOADS + 2))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connectOne().toMillis()))
                        .setSocketTimeout(timeout(longest(limits)))
                        .setIdleTimeout(Timeout.of(KEPT.toSeconds(), TimeUnit.SECONDS))
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND) // done for every request instead
                        .build())
                .build();
    }

    /// What a connection may say, and keep. The library would keep three buffers of 32 kB for each one; a large body
    /// goes past them, and the one for lines grows when a line needs it.
    static Http1Config bounds() {
        return Http1Config.custom()
                .setMaxHeaderCount(100)
                .setMaxLineLength(16 * 1024)
                .setBufferSize(8 * 1024)
                .build();
    }

    private static void route(HttpClientBuilder builder, ProxySettings proxy) {
        HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
        builder.setRoutePlanner(new DefaultRoutePlanner(null) {
            @Override
            protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxy.leadsTo(target.getHostName()) ? host : null;
            }
        });
        String user = proxy.user();
        String password = proxy.password();
        if (user != null && password != null) {
            BasicCredentialsProvider provider = new BasicCredentialsProvider();
            provider.setCredentials(new AuthScope(host), new UsernamePasswordCredentials(user, password.toCharArray()));
            builder.setDefaultCredentialsProvider(provider);
        }
    }

    /// A context that tells the executor which attempt it works for.
    static HttpClientContext context(Attempt attempt) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(OnceExecutor.ATTEMPT, attempt);
        return context;
    }

    /// Cuts the library's log off from every handler, whatever levels are set: it writes requests, headers, bodies and,
    /// as a warning, each line of an answer that is not HTTP.
    ///
    /// @return the logger, to be kept: the cut lasts as long as it is reachable
    static Logger silenced() {
        Logger logger = Logger.getLogger("org.apache.hc");
        logger.setUseParentHandlers(false);
        return logger;
    }

    private static long longest(HttpLimits limits) {
        return Math.max(limits.readDeadline().toMillis(),
                Math.max(limits.writeDeadline().toMillis(), limits.slowestOver().toMillis()));
    }

    private static Timeout timeout(long millis) {
        return Timeout.ofMilliseconds(Math.max(1, millis));
    }
}
