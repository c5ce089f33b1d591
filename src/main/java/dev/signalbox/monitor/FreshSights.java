package dev.signalbox.monitor;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.state.RunState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what a state has that was not kept yet, a batch at a time. Holds only references to parts of states.
final class FreshSights {

    /// About this many rows go into one transaction: it shares the file with the journal, which must not wait for it.
    static final int BATCH = 500;

    private final Map<RepositoryId, RepositoryState> repositories = new HashMap<>();
    private final Map<RunId, RunState> runs = new HashMap<>();

    /// What goes into one transaction, and which parts of the state it is from.
    record Batch(
            List<Run> runs,
            List<Job> jobs,
            List<Deployment> deployments,
            Map<RepositoryId, RepositoryState> repositories,
            Map<RunId, RunState> states) {

        boolean isEmpty() {
            return repositories.isEmpty() && states.isEmpty();
        }

        private boolean isFull() {
            return runs.size() + jobs.size() + deployments.size() >= BATCH;
        }
    }

    /// The next batch; empty when everything of the state was kept.
    Batch next(ConsoleState state) {
        Batch batch = new Batch(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (var entry : state.repositories().entrySet()) {
            RepositoryState known = repositories.get(entry.getKey());
            if (batch.isFull()) {
                return batch;
            }
            if (known != entry.getValue()) {
                batch.repositories().put(entry.getKey(), entry.getValue());
                batch.runs().addAll(fresh(known == null ? null : known.runs(), entry.getValue().runs()));
                batch.deployments()
                        .addAll(fresh(known == null ? null : known.deployments(), entry.getValue().deployments()));
            }
        }
        for (var entry : state.runs().entrySet()) {
            RunState known = runs.get(entry.getKey());
            if (batch.isFull()) {
                return batch;
            }
            if (known != entry.getValue()) {
                batch.states().put(entry.getKey(), entry.getValue());
                addRun(batch, known, entry.getValue());
            }
        }
        return batch;
    }

    /// Takes note that a batch is on disk.
    void kept(Batch batch) {
        repositories.putAll(batch.repositories());
        runs.putAll(batch.states());
    }

    private static void addRun(Batch batch, @Nullable RunState known, RunState now) {
        Run run = now.run().value();
        if (run != null && (known == null || !run.equals(known.run().value()))) {
            batch.runs().add(run);
        }
        now.jobs().forEach((attempt, jobs) -> batch.jobs()
                .addAll(fresh(known == null ? null : known.jobsOf(attempt), jobs)));
    }

    private static <T> List<T> fresh(@Nullable Reading<List<T>> known, Reading<List<T>> now) {
        List<T> after = now.value();
        List<T> before = known == null ? null : known.value();
        if (after == null || after == before) {
            return List.of();
        }
        Set<T> old = before == null ? Set.of() : new HashSet<>(before);
        return after.stream().filter(item -> !old.contains(item)).toList();
    }
}
