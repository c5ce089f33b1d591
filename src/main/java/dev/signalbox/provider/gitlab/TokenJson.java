package dev.signalbox.provider.gitlab;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The credential itself on the wire.
///
/// @param expiresAt the beginning of the day on which it no longer works
record TokenJson(List<String> scopes, @Nullable Instant expiresAt) {

    static TokenJson of(GitLabJson token) {
        return new TokenJson(token.texts("scopes"), token.time("expires_at"));
    }
}
