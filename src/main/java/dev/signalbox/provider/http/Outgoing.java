package dev.signalbox.provider.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request as it goes on the wire.
///
/// @param headers all of them but `Host` and lengths; may hold a credential, so never printed
/// @param body absent for none
/// @param deadline from now to the last byte; for a file, to the first
/// @param most largest answer, as sent and decompressed
/// @param file where a 2xx body goes instead of memory
record Outgoing(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        Duration deadline,
        long most,
        @Nullable Path file) {

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
