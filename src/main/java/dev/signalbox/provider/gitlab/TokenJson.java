package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The credential itself on the wire.
///
/// @param expiresAt the beginning of the day on which it no longer works
record TokenJson(List<String> scopes, @Nullable Instant expiresAt) {

    static TokenJson of(JsonFields token) {
        return new TokenJson(token.texts("scopes"), token.timeOrDay("expires_at"));
    }
}
