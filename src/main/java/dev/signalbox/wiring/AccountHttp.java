package dev.signalbox.wiring;

import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.http.ProxySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an account's server is reached.
final class AccountHttp {

    private AccountHttp() {}

    /// @param proxy address of an HTTP proxy
    /// @param authority file of certificates (PEM) that are trusted beside those that come with Java
    /// @throws IllegalArgumentException with a sentence when the proxy or the file is of no use
    static HttpSettings of(
            Machine machine, Threads threads, BaseUrl base, Credential credential, @Nullable String proxy,
            @Nullable Path authority) {
        HttpSettings http = HttpSettings.of(
                base, credential,
                new HttpRuntime(machine.clock(), machine.ticker(), machine.random(), threads.virtual()))
                .withHeaders(
                        AboutThis.here().agent() + " (desktop release console)", Map.of("Accept", "application/json"));
        if (proxy != null) {
            http = http.withProxy(proxy(proxy, machine.environment()));
        }
        return authority == null ? http : http.withTrusted(certificates(authority));
    }

    /// The proxy of that address, but for the hosts of `NO_PROXY`.
    static ProxySettings proxy(String address, Map<String, String> environment) {
        return ProxySettings.parse(address, direct(environment));
    }

    /// The hosts of `NO_PROXY`, as curl reads it: a name stands for itself and all below it.
    private static List<String> direct(Map<String, String> environment) {
        String names = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return Stream.of(names.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> Stream.of(name, "." + name))
                .toList();
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            return CertificateFile.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("“ca-file” of this account is of no use: " + IoWords.of(e) + ".", e);
        }
    }
}
