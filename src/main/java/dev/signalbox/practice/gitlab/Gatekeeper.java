package dev.signalbox.practice.gitlab;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows who may come in, and how often.
final class Gatekeeper {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s+(\\S+)");

    private final Map<String, Token> tokens;
    private final InstantSource clock;
    private final UnaryOperator<String> meaning;
    private final Map<Long, Allowance> allowances = new ConcurrentHashMap<>();
    private volatile boolean revoked;

    /// @param meaning which of the tokens one stands for that was given to somebody who signed in
    Gatekeeper(Map<String, Token> tokens, InstantSource clock, UnaryOperator<String> meaning) {
        this.tokens = Map.copyOf(tokens);
        this.clock = clock;
        this.meaning = meaning;
    }

    /// What the token of a request may do; empty when there is none, it is unknown or was revoked.
    Optional<Token> admit(Headers headers) {
        if (revoked) {
            return Optional.empty();
        }
        String own = headers.getFirst("PRIVATE-TOKEN");
        if (own != null) {
            return Optional.ofNullable(tokens.get(own));
        }
        String authorization = headers.getFirst("Authorization");
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.ofNullable(tokens.get(meaning.apply(bearer.group(1)))) : Optional.empty();
    }

    Allowance allowance(Token token) {
        return allowances.computeIfAbsent(token.member().id(), id -> new Allowance(clock.instant()));
    }

    void exhaust(Instant until) {
        tokens.values().forEach(token -> allowance(token).exhaust(until));
    }

    void refill() {
        allowances.values().forEach(allowance -> allowance.refill(clock.instant()));
    }

    void revoke(boolean now) {
        revoked = now;
    }

    boolean isRevoked() {
        return revoked;
    }

    Instant now() {
        return clock.instant();
    }
}
