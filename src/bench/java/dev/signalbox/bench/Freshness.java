package dev.signalbox.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How old changes are once they are seen.
final class Freshness<C> {

    private final Duration allowance;
    private final List<Unseen<C>> unseen = new ArrayList<>();
    private final List<Duration> ages = new ArrayList<>();

    private record Unseen<C>(C change, Instant since) {}

    /// @param allowance added to each age
    Freshness(Duration allowance) {
        this.allowance = allowance;
    }

    void changed(C change, Instant now) {
        unseen.add(new Unseen<>(change, now));
    }

    /// Notes which changes are seen by now.
    void settle(Predicate<C> isSeen, Instant now) {
        unseen.removeIf(one -> {
            boolean seen = isSeen.test(one.change);
            if (seen) {
                ages.add(age(one, now));
            }
            return seen;
        });
    }

    /// All ages, in nanoseconds. What is not seen at the end is as old as it has become by then, so that a change that is
    /// lost for ever is no news that came quickly.
    long[] nanosAt(Instant end) {
        return Stream.concat(ages.stream(), unseen.stream().map(one -> age(one, end)))
                .mapToLong(Duration::toNanos)
                .toArray();
    }

    private Duration age(Unseen<C> one, Instant now) {
        return Duration.between(one.since, now).plus(allowance);
    }
}
