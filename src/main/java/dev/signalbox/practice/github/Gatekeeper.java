package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows who may come in, and how often.
final class Gatekeeper {

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:bearer|token)\\s+(\\S+)");

    private final Map<String, Person> tokens;
    private final InstantSource clock;
    private final UnaryOperator<String> meaning;
    private final Map<Long, RateLimit> limits = new ConcurrentHashMap<>();
    private volatile boolean revoked;
    private volatile Instant limitedUntil = Instant.EPOCH;

    Gatekeeper(Map<String, Person> tokens, InstantSource clock) {
        this(tokens, clock, token -> token);
    }

    /// @param meaning which of the tokens one stands for that was given to somebody who signed in
    Gatekeeper(Map<String, Person> tokens, InstantSource clock, UnaryOperator<String> meaning) {
        this.tokens = Map.copyOf(tokens);
        this.clock = clock;
        this.meaning = meaning;
    }

    /// Who a token speaks for; empty when it is unknown or was revoked.
    Optional<Person> admit(@Nullable String authorization) {
        if (authorization == null || revoked) {
            return Optional.empty();
        }
        Matcher scheme = SCHEME.matcher(authorization);
        return scheme.matches() ? Optional.ofNullable(tokens.get(meaning.apply(scheme.group(1)))) : Optional.empty();
    }

    RateLimit limit(Person person) {
        return limits.computeIfAbsent(person.id(), id -> new RateLimit(clock.instant()));
    }

    /// The refusal that a limit demands right now.
    Optional<Answer> refusal(Person person) {
        Instant now = clock.instant();
        if (now.isBefore(limitedUntil)) {
            long seconds = Math.max(1, Duration.between(now, limitedUntil).toSeconds());
            return Optional.of(Answer
                    .problem(403, "You have exceeded a secondary rate limit. Please wait a few minutes "
                            + "before you try again.")
                    .with(Map.of("Retry-After", Long.toString(seconds))));
        }
        return limit(person).isExhausted(now)
                ? Optional.of(Answer.problem(403, "API rate limit exceeded for user ID " + person.id() + "."))
                : Optional.empty();
    }

    void exhaust(Instant until) {
        tokens.values().forEach(person -> limit(person).exhaust(until));
    }

    void limitSecondary(Instant until) {
        limitedUntil = until;
    }

    void liftLimits() {
        limitedUntil = Instant.EPOCH;
        limits.values().forEach(limit -> limit.refill(clock.instant()));
    }

    void revoke(boolean now) {
        revoked = now;
    }

    Instant now() {
        return clock.instant();
    }
}
