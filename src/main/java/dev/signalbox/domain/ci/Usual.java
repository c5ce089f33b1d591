package dev.signalbox.domain.ci;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How long something usually takes, from how long it took before when it went well.
///
/// @param median half of the samples took no longer
/// @param ninetieth nine of ten samples took no longer
/// @param samples how many there were; the fewer, the less it says
public record Usual(Duration median, Duration ninetieth, int samples) {

    /// What is usual by these samples; nothing when there are none.
    public static Optional<Usual> of(Collection<Duration> samples) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = samples.stream().sorted().toList();
        return Optional.of(new Usual(rank(sorted, 50), rank(sorted, 90), sorted.size()));
    }

    /// When something that began at `start` will be over if it takes as long as usual.
    public Instant expectedEnd(Instant start) {
        return start.plus(median);
    }

    /// Nearest rank: always a duration that really was.
    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
