package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The credential itself on the wire.
///
/// @param expiresAt the beginning of the day on which it no longer works
record TokenJson(List<String> scopes, @Nullable Instant expiresAt) {

    /// Scopes of which it is known what they allow:
    /// <https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes>.
    private static final Set<String> KNOWN = Set.of(
            "api", "read_api", "read_user", "read_repository", "write_repository", "read_registry", "write_registry",
            "create_runner", "manage_runner", "ai_features", "k8s_proxy", "self_rotate", "sudo", "admin_mode", "openid",
            "profile", "email", "read_service_ping", "read_observability", "write_observability");

    /// Whether it is known of each scope what it allows. One that is not known here, such as `granular`, may well allow
    /// more: they become finer with every version.
    static boolean areKnown(List<String> scopes) {
        return KNOWN.containsAll(scopes);
    }

    static TokenJson of(JsonFields token) {
        return new TokenJson(token.texts("scopes"), token.timeOrDay("expires_at"));
    }
}
