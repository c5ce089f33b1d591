package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.provider.http.RateReading;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What is left of the tightest limit. GitLab counts by the minute and keeps several counts at once, each answer telling
/// of one: <https://docs.gitlab.com/security/rate_limits/>.
final class GitLabBudget {

    private static final Comparator<ApiBudget> BY_SHARE =
            Comparator.comparingDouble(budget -> (double) budget.remaining() / Math.max(1, budget.limit()));

    private final Map<String, ApiBudget> newest = new ConcurrentHashMap<>();

    void read(RateReading reading) {
        newest.merge(reading.resource(), reading.toBudget(), GitLabBudget::newer);
    }

    /// Of the limits whose minute was still running when an answer came last; of the last one when none was.
    @Nullable
    ApiBudget newest() {
        ApiBudget last = newest.values().stream()
                .max(Comparator.comparing(ApiBudget::readAt))
                .orElse(null);
        if (last == null) {
            return null;
        }
        return newest.values().stream()
                .filter(budget -> budget.resetAt().isAfter(last.readAt()))
                .min(BY_SHARE)
                .orElse(last);
    }

    /// Answers overtake each other, so of one window the smaller number counts.
    private static ApiBudget newer(ApiBudget old, ApiBudget read) {
        if (read.resetAt().equals(old.resetAt())) {
            return read.remaining() <= old.remaining() ? read : old;
        }
        return read.readAt().isBefore(old.readAt()) ? old : read;
    }
}
