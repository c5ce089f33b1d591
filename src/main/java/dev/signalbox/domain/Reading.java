package dev.signalbox.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last good value of something outside, when it was read, and the problem of the latest attempt if that one failed.
/// A failed attempt never loses the value.
///
/// @param value the last good value; absent before the first success
/// @param readAt when `value` was read
/// @param problem why the latest attempt failed; absent when it succeeded
/// @param problemAt when the latest attempt failed
public record Reading<T>(
        @Nullable T value, @Nullable Instant readAt, @Nullable RemoteProblem problem, @Nullable Instant problemAt) {

    /// Nothing was read yet.
    public static <T> Reading<T> never() {
        return new Reading<>(null, null, null, null);
    }

    /// A value that was read at `at`.
    public static <T> Reading<T> of(T value, Instant at) {
        return new Reading<>(value, at, null, null);
    }

    /// This reading after one more attempt.
    public Reading<T> after(Answer<T> answer) {
        return switch (answer) {
            case Answer.Good<T>(T good, Instant at) -> of(good, at);
            case Answer.Bad<T>(RemoteProblem why, Instant at) -> new Reading<>(value, readAt, why, at);
        };
    }

    /// The last good value, or `other` when there is none.
    public T or(T other) {
        return value != null ? value : other;
    }

    /// Whether the value is missing or was read longer than `limit` before `now`.
    public boolean isOlderThan(Duration limit, Instant now) {
        return readAt == null || readAt.plus(limit).isBefore(now);
    }
}
