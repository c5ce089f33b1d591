package dev.signalbox.provider.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request as it goes on the wire.
///
/// @param headers all of them but `Host` and lengths; may hold a credential, so never printed
/// @param body absent for none
/// @param deadline from now to the last byte; for a download, to the first
/// @param most largest answer, as sent and decompressed
/// @param into where a 2xx body goes instead of memory
/// @param flowing told when such a body begins, on a thread of the wire's
record Outgoing(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        Duration deadline,
        long most,
        Download.@Nullable Into into,
        Runnable flowing) {

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
