package dev.signalbox.monitor;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.JournalFailure;
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

/// Attempts of the past of which something is still to be read, repository by repository. Which those are follows from what
/// is kept, so nothing is asked for twice and a new start goes on where the last one stopped.
final class AttemptBacklog {

    /// How soon a repository without a backlog is looked at again for runs that ended meanwhile.
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Source source;
    private final Duration wanted;
    private final Instant begun;
    private final Map<RepositoryId, Deque<AttemptKey>> left = new HashMap<>();
    private final Map<RepositoryId, Instant> emptySince = new HashMap<>();
    private final Set<RepositoryId> skipped = new HashSet<>();
    private final Set<AttemptKey> gone = new HashSet<>();

    /// Which attempts of a repository are still to be read, by what is kept.
    interface Source {
        List<AttemptKey> attempts(RepositoryId repository, Instant oldest) throws JournalFailure;
    }

    /// @param wanted how far back; nothing when it is zero
    AttemptBacklog(Source source, Duration wanted, Instant begun) {
        this.source = source;
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
            Deque<AttemptKey> found = new ArrayDeque<>(source.attempts(id, begun.minus(wanted)));
            found.removeAll(gone);
            left.put(id, found);
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

    /// What was to be read of an attempt is kept.
    void done(AttemptKey attempt) {
        of(attempt.run().repository()).remove(attempt);
    }

    /// There is nothing to be had of an attempt; it is not asked for again until the next start.
    void gone(AttemptKey attempt) {
        gone.add(attempt);
        done(attempt);
    }

    /// A repository may not be read; it is left out until the next start.
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
