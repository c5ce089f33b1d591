package dev.signalbox.bench;

import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// From a change in the cluster to the console's state.
///
/// The baseline is the change itself, until the server has accepted it.
final class ClusterFreshnessBench implements Bench {

    private static final int WARM_UPS = 3;
    private static final int RUNS = 30;
    private static final int QUICK_RUNS = 10;
    private static final int LIMIT_MILLIS = 1_000;
    private static final int PATIENCE_SECONDS = 20;

    @Override
    public String name() {
        return "cluster.change-to-state";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        int runs = effort.of(RUNS, QUICK_RUNS);
        long[] shown = new long[runs];
        long[] changed = new long[runs];
        try (ClusterSite site = new ClusterSite(WARM_UPS + runs)) {
            site.console().await(s -> s.workloads().size() == WARM_UPS + runs ? Optional.of(s) : Optional.empty());
            for (int i = 0; i < WARM_UPS + runs; i++) {
                WorkloadKey key = ClusterSite.key(i);
                String image = "registry.test/acme/app:v2.0." + i;
                CompletableFuture<Long> there = new CompletableFuture<>();
                try (var subscription = site.console().store().subscribe(state -> {
                    var workload = state.workload(key).value();
                    if (workload != null && workload.containers().toString().contains("v2.0.")) {
                        there.complete(System.nanoTime());
                    }
                })) {
                    long start = System.nanoTime();
                    site.cluster().setImage(
                            ClusterSite.NAMESPACE, "Deployment", key.name(), image, Map.of(), "bench", "bench");
                    long accepted = System.nanoTime();
                    long seen = there.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (i >= WARM_UPS) {
                        shown[i - WARM_UPS] = seen - start;
                        changed[i - WARM_UPS] = accepted - start;
                    }
                }
            }
        }
        Timing timing = Timing.ofNanos(shown);
        return new Measurement(
                timing.p99Millis(), "ms", Timing.ofNanos(changed).p99Millis(), new Limit.ValueAtMost(LIMIT_MILLIS));
    }
}
