package dev.signalbox.monitor;

import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Remembers which revisions were fully rolled out and available, and for how long: what one-click rollback goes back to.
public final class GoodRevisionKeeper {

    /// Sightings closer than this are not written again.
    private static final Duration PACE = Duration.ofSeconds(30);

    private final GoodRevisions memory;
    private final Store store;
    private final Map<String, GoodRevision> written = new HashMap<>();

    public GoodRevisionKeeper(GoodRevisions memory, Store store) {
        this.memory = memory;
        this.store = store;
    }

    /// Puts everything remembered from earlier days into the state.
    public void recall() throws JournalFailure {
        for (GoodRevision revision : memory.all()) {
            store.offer(new Change.GoodRevisionKept(revision));
        }
    }

    /// Takes note of a workload as it is now.
    public synchronized void seen(Workload workload, Instant at) {
        Optional<Revision> current = workload.currentRevision();
        Rollout rollout = RolloutRule.of(workload);
        if (current.isEmpty() || rollout.phase() != Rollout.Phase.DONE
                || HealthRule.of(workload, rollout).health() != Health.HEALTHY) {
            return;
        }
        Revision revision = current.get();
        Instant since = knownSince(workload, revision).orElseGet(() -> availableSince(workload, at));
        GoodRevision good = new GoodRevision(
                workload.key(), workload.uid(), revision.hash(), revision.version(), since, at);
        GoodRevision last = written.get(workload.uid() + "/" + revision.hash());
        if (last != null && last.until().plus(PACE).isAfter(at)) {
            return;
        }
        written.put(workload.uid() + "/" + revision.hash(), good);
        store.offer(new Change.GoodRevisionKept(good));
        try {
            memory.keep(good);
        } catch (JournalFailure failure) {
            store.offer(new Change.JournalChecked(String.valueOf(failure.getMessage())));
        }
    }

    private Optional<Instant> knownSince(Workload workload, Revision revision) {
        return store.current().good().getOrDefault(workload.key(), List.of()).stream()
                .filter(g -> g.workloadUid().equals(workload.uid()) && g.hash().equals(revision.hash()))
                .map(GoodRevision::since)
                .findFirst();
    }

    /// The rollout's completion as the server tells it, when it does; else this first sighting.
    private static Instant availableSince(Workload workload, Instant at) {
        return workload.condition("Progressing")
                .filter(c -> c.reason().equals("NewReplicaSetAvailable"))
                .map(Condition::at)
                .filter(t -> t.isBefore(at))
                .orElse(at);
    }
}
