package dev.signalbox.monitor;

import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.state.RepositoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which span of which repository is fetched next: first what happened while no console ran, then ever older runs, one
/// repository after the other, the one that was pushed to last first.
final class FillingOrder {

    /// What the port promises at most for one page; a shorter one has everything.
    static final int PAGE = 100;

    /// A gap that is shorter is closed by the list of the newest runs.
    private static final Duration GAP = Duration.ofHours(1);

    private final RunHistory memory;
    private final Duration wanted;
    private final Instant begun;
    private final Map<RepositoryId, Backfill> known = new HashMap<>();
    private final Map<RepositoryId, Instant> gaps = new HashMap<>();
    private final Set<RepositoryId> skipped = new HashSet<>();
    private List<RepositoryId> all = List.of();
    private @Nullable Span last;

    /// A time of one repository, both ends included.
    ///
    /// @param newer whether it is newer than what was fetched before
    record Span(RepositoryId repository, Instant from, Instant until, boolean newer) {}

    /// @param begun when this console began to look at the newest runs itself
    FillingOrder(RunHistory memory, Duration wanted, Instant begun) {
        this.memory = memory;
        this.wanted = wanted;
        this.begun = begun;
    }

    /// The next span, if there is anything to do at those that are ready.
    Optional<Span> next(ConsoleState state, Predicate<RepositoryId> ready) throws JournalFailure {
        all = repositories(state);
        if (wanted.isZero()) {
            return Optional.empty();
        }
        for (RepositoryId id : all) {
            if (!known.containsKey(id)) {
                known.put(id, memory.backfill(id));
            }
            Backfill filled = Objects.requireNonNull(known.get(id));
            if (!skipped.contains(id) && ready.test(id)) {
                Optional<Span> span = span(filled);
                if (span.isPresent()) {
                    last = span.get();
                    return span;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Span> span(Backfill filled) {
        Instant oldest = begun.minus(wanted);
        Instant from = filled.from();
        Instant to = filled.to();
        if (from == null || to == null) {
            return Optional.of(new Span(filled.repository(), oldest, begun, false));
        }
        if (to.plus(GAP).isBefore(begun)) {
            Instant until = gaps.getOrDefault(filled.repository(), begun);
            return Optional.of(new Span(filled.repository(), to.isBefore(oldest) ? oldest : to, until, true));
        }
        return from.isAfter(oldest) && !filled.done()
                ? Optional.of(new Span(filled.repository(), oldest, from, false))
                : Optional.empty();
    }

    /// How far `runs` bring the repository of `span`.
    Backfill reached(Span span, List<Run> runs) {
        Backfill before = known.getOrDefault(span.repository(), Backfill.notBegun(span.repository()));
        Instant down = down(span, runs);
        boolean whole = !down.isAfter(span.from());
        if (span.newer()) {
            return whole ? new Backfill(span.repository(), before.from(), begun, before.done()) : before;
        }
        Instant to = before.to() == null ? begun : before.to();
        return new Backfill(span.repository(), down, to, whole);
    }

    /// Takes note that what `reached` says is on disk.
    void note(Span span, Backfill reached, List<Run> runs) {
        known.put(span.repository(), reached);
        if (span.newer()) {
            gaps.put(span.repository(), down(span, runs));
        }
    }

    /// The repository of the last span cannot be read; it is left out until the next start.
    void skip() {
        if (last != null) {
            skipped.add(last.repository());
        }
    }

    boolean isSkipped(RepositoryId repository) {
        return skipped.contains(repository);
    }

    /// All that were there when [#next] was asked, the one that was pushed to last first.
    List<RepositoryId> repositories() {
        return all;
    }

    /// @param jobs of how many runs the jobs are still to be read
    HistoryProgress progress(int jobs) {
        int done = 0;
        Instant backTo = null;
        for (RepositoryId id : all) {
            Backfill filled = known.get(id);
            boolean over = skipped.contains(id) || filled != null && span(filled).isEmpty();
            done += over ? 1 : 0;
            if (!over && backTo == null && filled != null) {
                backTo = filled.from();
            }
        }
        return new HistoryProgress(all.size(), done, backTo, jobs, "");
    }

    /// How far down a page reaches. Many runs of one second must not stop it: then a second is passed over.
    private static Instant down(Span span, List<Run> runs) {
        Instant oldest = runs.size() < PAGE ? null : runs.getLast().createdAt();
        if (oldest == null) {
            return span.from();
        }
        return oldest.isBefore(span.until()) ? oldest : span.until().minusSeconds(1);
    }

    private static List<RepositoryId> repositories(ConsoleState state) {
        List<RepositoryState> states = new ArrayList<>(state.repositories().values());
        return states.stream()
                .map(known -> known.repository().value())
                .filter(Objects::nonNull)
                .filter(repository -> !repository.archived())
                .sorted(Comparator.comparing(FillingOrder::pushed).reversed()
                        .thenComparing(repository -> repository.id().fullName()))
                .map(Repository::id)
                .toList();
    }

    private static Instant pushed(Repository repository) {
        return repository.pushedAt() == null ? Instant.MIN : repository.pushedAt();
    }
}
