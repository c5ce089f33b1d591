package dev.signalbox.provider.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How far the server's clock is ahead of ours, as the median of the last answers: one odd `Date` header changes nothing.
final class ServerClock {

    private static final int KEPT = 15;

    private final Deque<Duration> skews = new ArrayDeque<>();

    /// Notes an answer's `Date` header, if it has one. It has whole seconds, so its middle is meant, compared to the
    /// middle of the exchange.
    synchronized void observe(WireAnswer answer) {
        date(answer.headers().first("Date").orElse("")).ifPresent(date -> {
            Duration half = Duration.between(answer.sentAt(), answer.receivedAt()).dividedBy(2);
            skews.addLast(Duration.between(answer.sentAt().plus(half), date.plusMillis(500)));
            if (skews.size() > KEPT) {
                skews.removeFirst();
            }
        });
    }

    synchronized Optional<Duration> skew() {
        return skews.isEmpty() ? Optional.empty() : Optional.of(skews.stream().sorted().toList().get(skews.size() / 2));
    }

    /// Reads an HTTP date.
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
