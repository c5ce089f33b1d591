package dev.signalbox.provider.github;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.provider.http.RateReading;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The newest reading of the budget that ordinary REST requests are taken from.
final class GitHubBudget {

    private final AtomicReference<@Nullable ApiBudget> newest = new AtomicReference<>();

    void read(RateReading reading) {
        if (reading.resource().isEmpty() || reading.resource().equals("core")) {
            ApiBudget budget =
                    new ApiBudget(reading.limit(), reading.remaining(), reading.resetAt(), reading.readAt());
            newest.accumulateAndGet(budget, GitHubBudget::newer);
        }
    }

    @Nullable
    ApiBudget newest() {
        return newest.get();
    }

    /// Answers overtake each other, so one that was read later wins, unless its window has ended by then. A window may
    /// also end earlier than the one before said: another program has used it up, or the server has begun a new one.
    private static @Nullable ApiBudget newer(@Nullable ApiBudget old, @Nullable ApiBudget read) {
        if (old == null || read == null || read.resetAt().isAfter(old.resetAt())) {
            return read;
        }
        boolean ended = read.resetAt().isBefore(old.resetAt()) && !read.resetAt().isAfter(read.readAt());
        boolean late = ended || read.readAt().isBefore(old.readAt());
        return late ? old : read;
    }
}
