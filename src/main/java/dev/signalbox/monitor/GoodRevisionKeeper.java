package dev.signalbox.monitor;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers which revisions were fully rolled out and available, and for how long: what one-click rollback goes back to.
public final class GoodRevisionKeeper {

    /// Sightings closer than this are not written again.
    private static final Duration PACE = Duration.ofSeconds(30);

    /// A span is written again when it has grown by this part: hundreds of quiet workloads cost next to nothing.
    private static final int PART = 16;

    private final GoodRevisions memory;
    private final Store store;
    private final Map<ConnectionId, HealthySpans> spans = new HashMap<>();
    private final Map<String, GoodRevision> written = new HashMap<>();

    public GoodRevisionKeeper(GoodRevisions memory, Store store) {
        this.memory = memory;
        this.store = store;
    }

    /// Puts everything remembered from earlier days into the state.
    public synchronized void recall() throws JournalFailure {
        for (GoodRevision revision : memory.all()) {
            written.put(name(revision), revision);
            store.offer(new Change.GoodRevisionKept(revision));
        }
    }

    /// Takes note of a workload as it is now.
    public synchronized void seen(Workload workload, Instant at) {
        spansOf(workload.key().cluster()).seen(workload, at).ifPresent(this::keep);
    }

    /// Takes note that a workload is not there any more.
    public synchronized void gone(WorkloadKey workload) {
        spansOf(workload.cluster()).gone(workload);
    }

    /// Takes note that all that was seen of a cluster is so still.
    public synchronized void live(ConnectionId cluster, Instant at) {
        spansOf(cluster).live(at).forEach(this::keep);
    }

    /// Takes note that from now on a cluster is not seen, until it is live again: what is not seen proves nothing.
    public synchronized void blind(ConnectionId cluster, Instant at) {
        spansOf(cluster).blind(at);
    }

    private HealthySpans spansOf(ConnectionId cluster) {
        return spans.computeIfAbsent(cluster, id -> new HealthySpans());
    }

    private void keep(GoodRevision good) {
        GoodRevision last = written.get(name(good));
        if (last != null && (isSoonAfter(last, good) || !isWorthMore(good, last))) {
            return;
        }
        written.put(name(good), good);
        store.offer(new Change.GoodRevisionKept(good));
        try {
            memory.keep(good);
        } catch (JournalFailure failure) {
            store.offer(new Change.JournalChecked(String.valueOf(failure.getMessage())));
        }
    }

    private static boolean isSoonAfter(GoodRevision last, GoodRevision good) {
        Duration part = last.length().dividedBy(PART);
        Duration pace = good.since().equals(last.since()) && part.compareTo(PACE) > 0 ? part : PACE;
        return last.until().plus(pace).isAfter(good.until());
    }

    /// A proof stays until a longer one is there. Only where another revision was proven since, any new proof counts:
    /// the newest one tells where to go back to.
    private boolean isWorthMore(GoodRevision good, GoodRevision last) {
        return good.length().compareTo(last.length()) >= 0 || good.isProven() && isOutdated(last);
    }

    private boolean isOutdated(GoodRevision last) {
        return store.current().good().getOrDefault(last.workload(), List.of()).stream()
                .anyMatch(g -> g.workloadUid().equals(last.workloadUid())
                        && !g.hash().equals(last.hash())
                        && g.isProven()
                        && g.until().isAfter(last.until()));
    }

    private static String name(GoodRevision revision) {
        return revision.workloadUid() + "/" + revision.hash();
    }
}
