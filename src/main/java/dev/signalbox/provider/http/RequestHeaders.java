package dev.signalbox.provider.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides which headers a request carries. The account's own headers, the credential first of all, go to the
/// account's exact origin only; every other server is asked as a stranger.
final class RequestHeaders {

    private final HttpSettings settings;

    RequestHeaders(HttpSettings settings) {
        this.settings = settings;
    }

    /// Whether a server is the account's own.
    boolean isOwn(@Nullable Origin origin) {
        return settings.base().origin().equals(origin);
    }

    /// Headers for the account's own server.
    ///
    /// @param credential what the account sends now
    Map<String, String> own(Map<String, String> more, Credential credential) {
        Map<String, String> all = plain();
        all.putAll(settings.headers());
        all.putAll(more);
        if (credential.isPresent()) {
            all.keySet().removeIf(credential.headerName()::equalsIgnoreCase);
            all.put(credential.headerName(), credential.headerValue());
        }
        return all;
    }

    /// Headers for any other server.
    Map<String, String> foreign() {
        return plain();
    }

    private Map<String, String> plain() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("User-Agent", settings.userAgent());
        all.put("Accept-Encoding", "gzip");
        return all;
    }
}
