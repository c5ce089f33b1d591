package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.LastGreen;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Past;
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

    static final Comparator<Run> NEWEST_FIRST =
            Comparator.comparing(KnownRuns::begin).thenComparing(r -> r.id().number()).reversed();

    private static final int FEWEST_TO_TELL = 3;

    private final Map<RunId, Run> runs = new HashMap<>();
    private final Map<Kind, List<Duration>> taken = new HashMap<>();

    private final Map<Kind, Optional<Usual>> usual = new HashMap<>();
    private final Past past;

    private record Kind(Object repository, long workflow) {}

    KnownRuns(ConsoleState state) {
        past = state.past();
        state.repositories().values().forEach(known -> known.runs().or(List.of()).forEach(this::add));
        state.runs().values().stream().map(s -> s.run().value()).filter(Objects::nonNull).forEach(this::add);
        for (Run run : runs.values()) {
            if (run.status() == RunStatus.COMPLETED && run.conclusion() == Conclusion.SUCCESS
                    && run.updatedAt() != null) {
                taken.computeIfAbsent(kind(run), k -> new ArrayList<>()).add(run.durationAt(run.updatedAt()));
            }
        }
    }

    Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    List<Run> newestFirst() {
        return runs.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /// How long such a run usually takes: as the history says, else by the good runs of the same workflow that are known;
    /// nothing when those are too few.
    Optional<Usual> usual(Run run) {
        Usual kept = past.of(run.id()).usual();
        if (kept != null) {
            return Optional.of(kept);
        }
        return usual.computeIfAbsent(kind(run), kind -> {
            List<Duration> lengths = taken.getOrDefault(kind, List.of());
            return lengths.size() < FEWEST_TO_TELL ? Optional.empty() : Usual.of(lengths);
        });
    }

    /// The newest good run of the same workflow and branch that began before this one.
    Optional<LastGreen> lastGreenBefore(Run run) {
        return runs.values().stream()
                .filter(r -> kind(r).equals(kind(run)) && Objects.equals(r.branch(), run.branch()))
                .filter(r -> r.id().number() < run.id().number() && r.conclusion() == Conclusion.SUCCESS)
                .max(Comparator.comparing(r -> r.id().number()))
                .map(r -> new LastGreen(r.id(), r.number(), r.headSha(), r.updatedAt()));
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
