package dev.signalbox.bench;

import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// From the confirmed click to the PATCH on the wire: journal, lock and reading again included.
///
/// The baseline does the same in the barest way: as many requests, one after another, and as many small writes that
/// are forced to the disk. It takes turns with what is measured, so that both meet the same moods of the machine.
final class RollBackBench implements Bench {

    /// The first clicks load and compile what the later ones use.
    private static final int WARM_UPS = 20;

    /// With fewer, the slowest hundredth would be the single slowest.
    private static final int RUNS = 200;
    private static final int QUICK_RUNS = 100;
    private static final int LIMIT_MILLIS = 50;

    /// The tail is that of the disk and of whatever else runs here, so it is compared with the baseline's.
    private static final int TAIL_RATIO = 5;
    private static final int PATIENCE_SECONDS = 20;

    /// Lock, workload, revisions, patch.
    private static final int REQUESTS = 4;

    /// The plan was confirmed; its step is about to be sent.
    private static final int SYNCS = 2;

    private final Both times;
    private final boolean tail;

    private RollBackBench(Both times, boolean tail) {
        this.times = times;
        this.tail = tail;
    }

    /// The usual time, and the slowest hundredth. Measured once for both.
    static List<Bench> benches() {
        Both times = new Both();
        return List.of(new RollBackBench(times, false), new RollBackBench(times, true));
    }

    @Override
    public String name() {
        return tail ? "rollback.click-to-wire.p99" : "rollback.click-to-wire";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        times.measure(effort.of(RUNS, QUICK_RUNS));
        return tail
                ? new Measurement(
                        times.clicks.p99Millis(), "ms", times.bare.p99Millis(), new Limit.RatioAtMost(TAIL_RATIO))
                : new Measurement(
                        times.clicks.medianMillis(), "ms", times.bare.medianMillis(),
                        new Limit.ValueAtMost(LIMIT_MILLIS));
    }

    /// What is measured and its baseline.
    private static final class Both {
        private Timing clicks = Timing.ofNanos();
        private Timing bare = Timing.ofNanos();
        private boolean measured;

        void measure(int runs) throws Exception {
            if (!measured) {
                RollBackBench.measure(this, runs);
                measured = true;
            }
        }
    }

    private static void measure(Both times, int runs) throws Exception {
        List<Long> clicks = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        try (ClusterSite site = new ClusterSite(WARM_UPS + runs); BareRollBack barest = new BareRollBack(site)) {
            for (int i = 0; i < WARM_UPS + runs; i++) {
                clicks.add(rollBack(site, ClusterSite.key(i)));
                bare.add(barest.run(REQUESTS, SYNCS));
            }
        }
        times.clicks = timing(clicks);
        times.bare = timing(bare);
    }

    private static Timing timing(List<Long> nanos) {
        return Timing.ofNanos(nanos.stream().skip(WARM_UPS).mapToLong(Long::longValue).toArray());
    }

    private static long rollBack(ClusterSite site, WorkloadKey key) throws Exception {
        DraftId draft = site.console().operator().prepare(intent(site, key));
        Draft prepared = site.console().await(
                s -> Optional.ofNullable(s.drafts().get(draft)).filter(d -> !(d instanceof Draft.Preparing)));
        if (!(prepared instanceof Draft.Ready)) {
            throw new IllegalStateException("no plan was made: " + prepared);
        }
        CompletableFuture<Long> patched = new CompletableFuture<>();
        CompletableFuture<Long> unlocked = new CompletableFuture<>();
        site.tap().tell((line, nanos) -> {
            if (line.startsWith("PATCH ") && line.contains("/deployments/" + key.name())) {
                patched.complete(nanos);
            }
            if (line.startsWith("DELETE ") && line.contains("/leases/")) {
                unlocked.complete(nanos);
            }
        });
        long click = System.nanoTime();
        site.console().operator().confirm(draft);
        long sent = patched.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - click;
        // The next person clicks when this change has been accepted and written down.
        unlocked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return sent;
    }

    private static Intent intent(ClusterSite site, WorkloadKey key) throws Exception {
        Workload workload = site.console().await(s -> Optional.ofNullable(s.workload(key).value())
                .filter(w -> w.revisions().size() == 2 && w.currentRevision().isPresent()));
        Revision target = workload.revisions().stream().filter(r -> !r.current()).findFirst().orElseThrow();
        return new Intent.RollBack(
                key, workload.uid(), workload.generation(), target.uid(), target.hash(), target.version(), "bench");
    }
}
