package dev.signalbox.monitor;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When older runs may be fetched, and how far apart. Pure.
final class FillingPace {

    /// Share of the hourly limit that fetching older runs may use: a sixth of what all normal work may.
    static final double SHARE = 0.05;

    /// Time between pages where the provider tells no limit.
    static final Duration UNLIMITED = Duration.ofSeconds(10);

    /// How soon it is asked again whether there is something to do.
    static final Duration IDLE = Duration.ofSeconds(10);

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// How long after an action everything belongs to following it.
    private static final Duration ACTED = Duration.ofSeconds(30);

    private FillingPace() {}

    /// Time between two pages, so that no more than the share is used in an hour.
    static Duration between(@Nullable ApiBudget budget) {
        if (budget == null || budget.limit() <= 0) {
            return UNLIMITED;
        }
        Duration even = Duration.ofMillis(Math.round(3_600_000 / (budget.limit() * SHARE)));
        return even.compareTo(SHORTEST) < 0 ? SHORTEST : even.compareTo(LONGEST) > 0 ? LONGEST : even;
    }

    /// Whether enough is left: normal work is within its share of the hour so far.
    static boolean maySpend(@Nullable ApiBudget budget, Instant now) {
        return !PollRates.isReserved(budget, now) && PollRates.of(1, 0, budget, now).stretch() <= 1;
    }

    /// Whether somebody is about to act, or what was done is still being followed.
    static boolean isBusy(ConsoleState state, Instant now) {
        return !state.drafts().isEmpty() || state.actions().values().stream().anyMatch(action -> isFresh(action, now));
    }

    private static boolean isFresh(ActionRecord action, Instant now) {
        Instant end = action.endedAt();
        // Either way: after the clock was set back it would last for as long.
        return end == null ? !action.phase().isEnd() : Duration.between(end, now).abs().compareTo(ACTED) < 0;
    }
}
