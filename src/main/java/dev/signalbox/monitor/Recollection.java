package dev.signalbox.monitor;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.RepositoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What earlier runs tell about the runs that are looked at or go on; asked again only when it may have changed.
final class Recollection {

    /// Older runs that were fetched meanwhile are taken into account after this time.
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final RunHistory memory;
    private Map<RunId, Recalled> known = new HashMap<>();

    private record Recalled(RunPast past, Instant at) {}

    Recollection(RunHistory memory) {
        this.memory = memory;
    }

    /// Takes note of runs that were kept: what is known about others of their workflows is asked anew.
    void changed(Collection<Run> runs) {
        for (Run run : runs) {
            if (!run.status().isUnfinished()) {
                known.keySet().removeIf(id -> id.repository().equals(run.id().repository()));
            }
        }
    }

    /// The pasts of all runs that matter now.
    Map<RunId, RunPast> of(ConsoleState state, Instant now) throws JournalFailure {
        Map<RunId, Recalled> next = new HashMap<>();
        for (Run run : wanted(state).values()) {
            Recalled before = known.get(run.id());
            next.put(run.id(), before != null && before.at().plus(FRESH).isAfter(now)
                    ? before
                    : new Recalled(memory.past(run, defaultBranch(state, run.id().repository())), now));
        }
        known = next;
        Map<RunId, RunPast> pasts = new HashMap<>();
        next.forEach((id, recalled) -> pasts.put(id, recalled.past()));
        return Map.copyOf(pasts);
    }

    private static Map<RunId, Run> wanted(ConsoleState state) {
        Map<RunId, Run> wanted = new HashMap<>();
        for (RepositoryState repository : state.repositories().values()) {
            for (Run run : repository.runs().or(List.of())) {
                if (run.status().isUnfinished()) {
                    wanted.put(run.id(), run);
                }
            }
        }
        for (Focus focus : state.focus().values()) {
            for (RunId id : focus.runs()) {
                Run run = run(state, id);
                if (run != null) {
                    wanted.put(id, run);
                }
            }
        }
        return wanted;
    }

    private static @Nullable Run run(ConsoleState state, RunId id) {
        Run read = state.run(id).run().value();
        if (read != null) {
            return read;
        }
        return state.repository(id.repository()).runs().or(List.of()).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String defaultBranch(ConsoleState state, RepositoryId id) {
        Repository repository = state.repository(id).repository().value();
        return repository == null ? "" : repository.defaultBranch();
    }
}
