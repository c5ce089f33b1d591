package dev.signalbox.practice.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Tokens that end, each with one that renews it: once, for both are of no use any more then. GitHub's and GitLab's rule:
/// <https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens>,
/// <https://docs.gitlab.com/api/oauth2/>.
final class IssuedTokens {

    private static final long REFRESH_LIFE = 15_897_600;

    private final DeviceSignIn.Pairs manner;
    private final String token;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<String> all = new ArrayList<>();
    private final Map<String, Pair> byAccess = new HashMap<>();
    private final Map<String, Pair> byRefresh = new HashMap<>();
    private @Nullable Duration life;

    /// @param token what every one of them stands for
    IssuedTokens(DeviceSignIn.Pairs manner, String token, InstantSource clock, RandomGenerator random) {
        this.manner = manner;
        this.token = token;
        this.clock = clock;
        this.random = random;
    }

    private record Pair(String access, String refresh, String client, String scope, Instant ends) {}

    synchronized void endAfter(Duration time) {
        life = time;
    }

    synchronized void forget() {
        byAccess.clear();
        byRefresh.clear();
    }

    synchronized List<String> all() {
        return List.copyOf(all);
    }

    /// What somebody gets who said yes: a pair, or where none are asked for a token that lasts.
    synchronized ObjectNode granted(String client, String scope) {
        Duration time = life;
        if (time == null) {
            return JsonNodeFactory.instance.objectNode()
                    .put("access_token", token)
                    .put("token_type", "bearer")
                    .put("scope", scope);
        }
        Instant now = clock.instant();
        Pair pair = new Pair(
                manner.access() + secret(), manner.refresh() + secret(), client, scope, now.plus(time));
        byAccess.put(pair.access(), pair);
        byRefresh.put(pair.refresh(), pair);
        all.addAll(List.of(pair.access(), pair.refresh()));
        ObjectNode body = JsonNodeFactory.instance.objectNode()
                .put("access_token", pair.access())
                .put("token_type", "bearer")
                .put("expires_in", time.toSeconds())
                .put("refresh_token", pair.refresh())
                .put("scope", scope);
        return manner.tellsRefreshEnd()
                ? body.put("refresh_token_expires_in", REFRESH_LIFE)
                : body.put("created_at", now.getEpochSecond());
    }

    /// The next pair; nothing for a token that was used, or never given to this application.
    synchronized Optional<ObjectNode> renewed(String refresh, String client) {
        Pair old = byRefresh.get(refresh);
        if (old == null || !old.client().equals(client)) {
            return Optional.empty();
        }
        byRefresh.remove(refresh);
        byAccess.remove(old.access());
        return Optional.of(granted(client, old.scope()));
    }

    /// The token that one stands for: itself where it is not one of these, nothing when it has ended.
    synchronized String meaning(String presented) {
        Pair pair = byAccess.get(presented);
        if (pair == null) {
            return presented;
        }
        return clock.instant().isBefore(pair.ends()) ? token : "";
    }

    /// As long as GitLab's, whose kind is told by that.
    private String secret() {
        byte[] bytes = new byte[32];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }
}
