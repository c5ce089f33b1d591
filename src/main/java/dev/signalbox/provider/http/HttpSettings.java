package dev.signalbox.provider.http;

import dev.signalbox.domain.text.Redaction;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that one account's door needs. One door per account: answers kept, limits and connections are never shared
/// between accounts.
///
/// @param base the API's address; the credential goes to its origin and nowhere else
/// @param credential the account's secret
/// @param userAgent product and version; GitHub refuses requests without one
/// @param headers sent with every request to the account's origin, such as `Accept` and an API version; kept constant
///     because an ETag depends on `Accept`
/// @param limits what one request may cost
/// @param proxy the account's proxy, if it has one
/// @param trusted certificates trusted beside the ones that come with Java
/// @param rates told about every rate-limit header that is read
/// @param runtime clock, ticker, random numbers and threads
public record HttpSettings(
        BaseUrl base,
        Credential credential,
        String userAgent,
        Map<String, String> headers,
        HttpLimits limits,
        @Nullable ProxySettings proxy,
        List<X509Certificate> trusted,
        Consumer<RateReading> rates,
        HttpRuntime runtime) {

    public HttpSettings {
        headers = Map.copyOf(headers);
        trusted = List.copyOf(trusted);
    }

    /// Settings with standard limits, no proxy and Java's own trust.
    public static HttpSettings of(BaseUrl base, Credential credential, HttpRuntime runtime) {
        return new HttpSettings(base, credential, "Signalbox", Map.of("Accept", "application/json"),
                HttpLimits.standard(),
                null, List.of(), reading -> {}, runtime);
    }

    /// The same at another address with another credential, or none.
    public HttpSettings at(BaseUrl other, Credential secret) {
        return new HttpSettings(other, secret, userAgent, headers, limits, proxy, trusted, rates, runtime);
    }

    /// The same with other constant headers.
    public HttpSettings withHeaders(String agent, Map<String, String> constant) {
        return new HttpSettings(base, credential, agent, constant, limits, proxy, trusted, rates, runtime);
    }

    /// The same with other limits.
    public HttpSettings withLimits(HttpLimits other) {
        return new HttpSettings(base, credential, userAgent, headers, other, proxy, trusted, rates, runtime);
    }

    /// The same through a proxy, or directly when `other` is absent.
    public HttpSettings withProxy(@Nullable ProxySettings other) {
        return new HttpSettings(base, credential, userAgent, headers, limits, other, trusted, rates, runtime);
    }

    /// The same with more certificates trusted.
    public HttpSettings withTrusted(List<X509Certificate> more) {
        return new HttpSettings(base, credential, userAgent, headers, limits, proxy, more, rates, runtime);
    }

    /// The same on a machine that holds secrets beside the account's own.
    public HttpSettings hiding(Supplier<Redaction> known) {
        HttpRuntime with =
                new HttpRuntime(runtime.clock(), runtime.ticker(), runtime.random(), runtime.threads(), known);
        return new HttpSettings(base, credential, userAgent, headers, limits, proxy, trusted, rates, with);
    }

    /// The same with a listener for rate limits.
    public HttpSettings withRates(Consumer<RateReading> listener) {
        return new HttpSettings(base, credential, userAgent, headers, limits, proxy, trusted, listener, runtime);
    }
}
