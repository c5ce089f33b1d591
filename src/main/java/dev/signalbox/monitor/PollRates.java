package dev.signalbox.monitor;

import dev.signalbox.domain.ApiBudget;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How often a kind of thing is read, from how many there are and what is left. Pure.
///
/// The numbers follow a simulation of adaptive polling: 300 requests a minute at most (a third of what the provider
/// tolerates), unchanged answers cost no budget, and what somebody looks at is never slowed down.
///
/// @param repositories how many are polled
/// @param moving how many of them have an unfinished run
/// @param stretch factor above 1 when the hourly budget runs short
/// @param quiet factor of what nobody looks at and in which nothing moves
record PollRates(int repositories, int moving, double stretch, double quiet) {

    /// Requests a second that background work may use.
    static final double RATE = 5.0;

    /// Share of the hourly limit that normal work may use up.
    static final double NORMAL_SHARE = 0.30;

    /// Share of the hourly limit that is never touched by background work: actions need it.
    static final double RESERVED_SHARE = 0.20;

    static final Duration FOCUS = Duration.ofMillis(2500);
    static final Duration ACTIVE_MIN = Duration.ofMillis(3500);
    static final Duration RECENT_MIN = Duration.ofSeconds(15);
    static final Duration IN_SIGHT_MIN = Duration.ofSeconds(6);
    static final Duration IDLE_MIN = Duration.ofSeconds(10);
    static final Duration IDLE_MAX = Duration.ofMinutes(10);
    static final Duration HINT = Duration.ofSeconds(10);
    static final Duration SLOW = Duration.ofMinutes(20);

    static PollRates of(int repositories, int moving, @Nullable ApiBudget budget, Instant now) {
        return of(repositories, moving, budget, now, PollingShare.USUAL);
    }

    static PollRates of(
            int repositories, int moving, @Nullable ApiBudget budget, Instant now, PollingShare share) {
        return new PollRates(repositories, moving, stretch(budget, now, share.work()), share.quiet());
    }

    /// Interval for a repository with an unfinished run.
    Duration active() {
        return max(ACTIVE_MIN, seconds(moving / (0.4 * RATE) * Math.sqrt(stretch)));
    }

    /// Interval for a repository where something happened in the last minutes.
    Duration recent() {
        return max(RECENT_MIN, active().multipliedBy(3)).multipliedBy(Math.max(1, Math.round(stretch)));
    }

    /// Interval for a quiet repository.
    ///
    /// @param runsPerHour how busy it usually is
    Duration idle(double runsPerHour) {
        double uniform = repositories / (0.4 * RATE);
        double weight = Math.clamp(1.0 / Math.sqrt(Math.max(runsPerHour, 0.05)), 0.5, 1.3);
        Duration interval = seconds(uniform * weight * stretch * quiet);
        return interval.compareTo(IDLE_MAX) > 0 ? IDLE_MAX : max(IDLE_MIN, interval);
    }

    /// Interval for a repository whose row is in sight, moving or not: a quarter of the rate is theirs.
    Duration inSight(int rows) {
        return max(IN_SIGHT_MIN, seconds(rows / (0.25 * RATE) * Math.sqrt(stretch)));
    }

    /// Interval for what hardly ever changes: with very many repositories it takes a tenth of the rate and no more.
    Duration slow() {
        return max(SLOW, seconds(repositories / (0.1 * RATE)));
    }

    /// Shortest interval for each of so many runs that wait for people: some do for weeks, and together they take a
    /// tenth of the rate and no more.
    Duration pending(long waiting) {
        return seconds(waiting / (0.1 * RATE));
    }

    /// Whether nothing but what somebody looks at may be read.
    static boolean isReserved(@Nullable ApiBudget budget, Instant now) {
        return isReserved(budget, now, PollingShare.USUAL);
    }

    static boolean isReserved(@Nullable ApiBudget budget, Instant now, PollingShare share) {
        return budget != null
                && budget.resetAt().isAfter(now)
                && budget.remaining() < budget.limit() * share.held();
    }

    /// How much slower than usual: 1 while we use less than our share of the hour so far.
    private static double stretch(@Nullable ApiBudget budget, Instant now, double share) {
        if (budget == null || budget.limit() <= 0 || !budget.resetAt().isAfter(now)) {
            return 1;
        }
        double left = Math.min(3600, Duration.between(now, budget.resetAt()).toSeconds());
        double gone = Math.max(0.1, 1 - left / 3600.0);
        double used = (budget.limit() - budget.remaining()) / (double) budget.limit();
        return Math.clamp(used / (share * gone), 1, 20);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
