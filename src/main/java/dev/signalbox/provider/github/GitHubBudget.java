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

    /// Answers overtake each other: within one window the smaller remainder is the newer one.
    private static @Nullable ApiBudget newer(@Nullable ApiBudget old, @Nullable ApiBudget read) {
        if (old == null || read == null || read.resetAt().isAfter(old.resetAt())) {
            return read;
        }
        boolean late = read.resetAt().isBefore(old.resetAt()) || read.readAt().isBefore(old.readAt());
        return late ? old : read;
    }
}
