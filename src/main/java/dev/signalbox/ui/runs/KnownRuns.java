package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All runs that are known, each in its newest value, and how long their workflows usually take.
final class KnownRuns {

    private static final int FEWEST_TO_TELL = 3;

    private final Map<RunId, Run> runs = new HashMap<>();
    private final Map<Kind, List<Duration>> taken = new HashMap<>();

    private record Kind(Object repository, long workflow) {}

    KnownRuns(ConsoleState state) {
        state.repositories().values().forEach(known -> known.runs().or(List.of()).forEach(this::add));
        state.runs().values().stream().map(s -> s.run().value()).filter(Objects::nonNull).forEach(this::add);
        for (Run run : runs.values()) {
            if (run.status() == RunStatus.COMPLETED && run.conclusion() == Conclusion.SUCCESS
                    && run.updatedAt() != null) {
                taken.computeIfAbsent(kind(run), k -> new ArrayList<>()).add(run.durationAt(run.updatedAt()));
            }
        }
        taken.values().forEach(lengths -> lengths.sort(Comparator.naturalOrder()));
    }

    Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    List<Run> newestFirst() {
        return runs.values().stream()
                .sorted(Comparator.comparing(KnownRuns::begin).thenComparing(r -> r.id().number()).reversed())
                .toList();
    }

    /// Half of the good runs of the same workflow took no longer; nothing when too few are known.
    Optional<Duration> usual(Run run) {
        List<Duration> lengths = taken.getOrDefault(kind(run), List.of());
        return lengths.size() < FEWEST_TO_TELL ? Optional.empty() : Optional.of(lengths.get(lengths.size() / 2));
    }

    private void add(Run run) {
        runs.merge(run.id(), run, (before, next) -> next.isNewerThan(before) ? next : before);
    }

    private static Kind kind(Run run) {
        return new Kind(run.id().repository(), run.workflow());
    }

    private static Instant begin(Run run) {
        Instant at = run.createdAt() != null ? run.createdAt() : run.startedAt();
        return at == null ? Instant.MIN : at;
    }
}
