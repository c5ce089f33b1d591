package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads rate-limit headers and stops the whole account while it must wait: sending on while limited can get an
/// account banned. Order of signs as GitHub's documentation gives it: `Retry-After`, then an exhausted primary limit,
/// then the words "secondary rate limit". GitLab's headers have the same names without `x-`:
/// <https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers>. Nobody sleeps here; what is asked while frozen is answered at once with the
/// time to come back.
final class RateGate {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /// The primary limit's window is an hour; its end is a fact, not advice, so it is waited for in full.
    private static final Duration WINDOW = Duration.ofMinutes(61);
    private static final Duration SECONDARY = Duration.ofSeconds(60);
    /// Some years in seconds; no epoch time of today is as small.
    private static final long LONGEST_WAIT_TOLD = 100_000_000;

    private final InstantSource clock;
    private final Consumer<RateReading> readings;
    private @Nullable Instant frozenUntil;
    /// A pause that the server asked for, apart from how much of the allowance is left.
    private @Nullable Instant pausedUntil;
    private int secondaryInARow;

    RateGate(InstantSource clock, Consumer<RateReading> readings) {
        this.clock = clock;
        this.readings = readings;
    }

    /// Until when nothing may be sent.
    synchronized Optional<Instant> frozenUntil() {
        Instant until = frozenUntil;
        return until != null && clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    /// The problem that answers a request made while frozen.
    Optional<RemoteProblem.RateLimited> frozen() {
        return frozenUntil()
                .map(until -> new RemoteProblem.RateLimited("Waiting for the server's request limit", until));
    }

    /// Takes in an answer of the account's own server.
    ///
    /// @return until when to wait, when the answer is a refusal for too many requests
    Optional<Instant> observe(WireAnswer answer) {
        publish(answer);
        if (answer.status() < 400) {
            calm();
        }
        return answer.status() == 429 || answer.status() == 403 ? wait(answer) : Optional.empty();
    }

    /// The allowance is there again: only a pause that the server asked for holds on.
    synchronized void refilled() {
        frozenUntil = pausedUntil;
    }

    /// The server takes requests again, as an answer to one that counts has shown: nothing holds on.
    synchronized void over() {
        frozenUntil = null;
        pausedUntil = null;
    }

    private synchronized Instant freeze(Duration wait) {
        Instant until = clock.instant().plus(wait);
        if (frozenUntil == null || until.isAfter(frozenUntil)) {
            frozenUntil = until;
        }
        return until;
    }

    private synchronized Instant pause(Duration wait) {
        Instant until = freeze(wait);
        if (pausedUntil == null || until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
        return until;
    }

    private synchronized void calm() {
        secondaryInARow = 0;
    }

    private Optional<Instant> wait(WireAnswer answer) {
        Optional<Duration> retryAfter = retryAfter(answer);
        if (retryAfter.isPresent()) {
            return retryAfter.map(d -> pause(clamp(d, LONGEST)));
        }
        OptionalLong remaining = number(answer, "remaining");
        OptionalLong reset = reset(answer);
        if (remaining.isPresent() && remaining.getAsLong() <= 0 && reset.isPresent()) {
            Duration left = Duration.ofSeconds(Math.max(0, reset.getAsLong() - serverNow(answer).getEpochSecond()));
            return Optional.of(freeze(clamp(left.plusSeconds(1), WINDOW)));
        }
        if (answer.status() == 429 || saysLimited(answer)) {
            return Optional.of(pause(secondary()));
        }
        return Optional.empty();
    }

    private synchronized Duration secondary() {
        Duration wait = SECONDARY.multipliedBy(1L << Math.min(secondaryInARow, 5));
        secondaryInARow++;
        return clamp(wait, LONGEST);
    }

    private static boolean saysLimited(WireAnswer answer) {
        if (answer.headers().first("gh-limited-by").isPresent()) {
            return true;
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains("secondary rate limit") || text.contains("rate limit exceeded")
                || text.contains("abuse detection");
    }

    private Optional<Duration> retryAfter(WireAnswer answer) {
        String text = answer.headers().first("Retry-After").orElse("").strip();
        if (text.matches("-?\\d{1,12}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return ServerClock.date(text).map(date -> Duration.between(serverNow(answer), date));
    }

    /// The server's own clock where it told the time, so that a wrong clock here does not shorten the wait.
    private Instant serverNow(WireAnswer answer) {
        return ServerClock.date(answer.headers().first("Date").orElse("")).orElseGet(clock::instant);
    }

    private static Duration clamp(Duration wait, Duration longest) {
        Duration atLeast = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        return atLeast.compareTo(longest) > 0 ? longest : atLeast;
    }

    private void publish(WireAnswer answer) {
        OptionalLong limit = number(answer, "limit");
        OptionalLong remaining = number(answer, "remaining");
        OptionalLong reset = reset(answer);
        if (limit.isPresent() && remaining.isPresent() && reset.isPresent()) {
            long spent = Math.max(0, limit.getAsLong() - remaining.getAsLong());
            long used = number(answer, "used").orElse(number(answer, "observed").orElse(spent));
            String resource = header(answer, "resource")
                    .or(() -> header(answer, "name"))
                    .filter(name -> name.matches("[a-z_]{1,60}"))
                    .orElse("core");
            readings.accept(new RateReading(resource, (int) limit.getAsLong(), (int) remaining.getAsLong(), (int) used,
                    Instant.ofEpochSecond(reset.getAsLong()), answer.receivedAt()));
        }
    }

    /// When the window ends, in seconds of the epoch. A small number is not a time but a wait, as proxies that follow the
    /// draft standard say it: <https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/>.
    private OptionalLong reset(WireAnswer answer) {
        OptionalLong told = digits(header(answer, "reset"));
        if (told.isPresent() && told.getAsLong() < LONGEST_WAIT_TOLD) {
            return OptionalLong.of(serverNow(answer).getEpochSecond() + told.getAsLong());
        }
        return told;
    }

    private static OptionalLong number(WireAnswer answer, String name) {
        OptionalLong told = digits(header(answer, name));
        return told.isPresent() && told.getAsLong() <= Integer.MAX_VALUE ? told : OptionalLong.empty();
    }

    private static Optional<String> header(WireAnswer answer, String name) {
        return answer.headers().first("x-ratelimit-" + name).or(() -> answer.headers().first("ratelimit-" + name));
    }

    private static OptionalLong digits(Optional<String> header) {
        return header.map(String::strip)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
