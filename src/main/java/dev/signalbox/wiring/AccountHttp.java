package dev.signalbox.wiring;

import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.http.Origin;
import dev.signalbox.provider.http.ProxySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
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
                .withHeaders(CiAccounts.USER_AGENT, Map.of("Accept", "application/json"));
        if (proxy != null) {
            http = http.withProxy(proxy(BaseUrl.parse(proxy).origin()));
        }
        return authority == null ? http : http.withTrusted(certificates(authority));
    }

    private static ProxySettings proxy(Origin origin) {
        return new ProxySettings(origin.host(), origin.port(), null, null, List.of());
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            return CertificateFile.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("“ca-file” of this account is of no use: " + IoWords.of(e) + ".", e);
        }
    }
}
