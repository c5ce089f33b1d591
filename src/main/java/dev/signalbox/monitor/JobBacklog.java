package dev.signalbox.monitor;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Runs of the past whose jobs are still to be read, repository by repository. Which those are follows from what is kept,
/// so nothing is asked for twice and a new start goes on where the last one stopped.
final class JobBacklog {

    /// Of each workflow: a little more than what is looked at to tell what is usual. Of all others only those that failed.
    static final int NEWEST = 50;

    private static final int MOST = 5_000;

    /// How soon a repository without a backlog is looked at again for runs that ended meanwhile.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final RunHistory memory;
    private final Duration wanted;
    private final Instant begun;
    private final Map<RepositoryId, Deque<AttemptKey>> left = new HashMap<>();
    private final Map<RepositoryId, Instant> emptySince = new HashMap<>();
    private final Set<RepositoryId> skipped = new HashSet<>();

    /// @param wanted how far back; nothing when it is zero
    JobBacklog(RunHistory memory, Duration wanted, Instant begun) {
        this.memory = memory;
        this.wanted = wanted;
        this.begun = begun;
    }

    /// The next attempt of those repositories that are ready.
    Optional<AttemptKey> next(List<RepositoryId> all, Predicate<RepositoryId> ready, Instant now)
            throws JournalFailure {
        left.keySet().retainAll(all);
        if (wanted.isZero()) {
            return Optional.empty();
        }
        for (RepositoryId id : all) {
            look(id, now);
        }
        return all.stream()
                .filter(id -> !skipped.contains(id) && !of(id).isEmpty())
                .filter(ready)
                .map(id -> of(id).getFirst())
                .findFirst();
    }

    private void look(RepositoryId id, Instant now) throws JournalFailure {
        Instant empty = emptySince.get(id);
        if (!left.containsKey(id) || empty != null && !now.isBefore(empty.plus(AGAIN))) {
            left.put(id, new ArrayDeque<>(memory.withoutJobs(id, begun.minus(wanted), NEWEST, MOST)));
            emptySince.remove(id);
        }
        if (of(id).isEmpty()) {
            emptySince.putIfAbsent(id, now);
        }
    }

    /// More runs of a repository are kept.
    void renew(RepositoryId repository) {
        left.remove(repository);
        emptySince.remove(repository);
    }

    /// The jobs of an attempt are kept, or there are none.
    void done(AttemptKey attempt) {
        of(attempt.run().repository()).remove(attempt);
    }

    /// Jobs of a repository may not be read; it is left out until the next start.
    void skip(RepositoryId repository) {
        skipped.add(repository);
    }

    /// How many are left.
    int size() {
        return left.entrySet().stream()
                .filter(each -> !skipped.contains(each.getKey()))
                .mapToInt(each -> each.getValue().size())
                .sum();
    }

    private Deque<AttemptKey> of(RepositoryId repository) {
        return left.getOrDefault(repository, new ArrayDeque<>());
    }
}
