package dev.signalbox.bench;

import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// A practice cluster with many pods, in a process of its own so that its memory is not the console's. Writes its
/// kubeconfig, says that it is ready, and serves until its input ends.
final class ManyPods {

    static final String NAME = "bench";
    static final String NAMESPACE = "production";
    static final int PODS_EACH = 20;

    private ManyPods() {}

    /// @param arguments where the kubeconfig goes, and how many pods
    public static void main(String... arguments) throws Exception {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        try (PracticeCluster cluster = new PracticeCluster(
                NAME, "bench-token", InstantSource.system(), ticks, RandomGenerator.of("L64X128MixRandom"))) {
            int workloads = Math.ceilDiv(Integer.parseInt(arguments[1]), PODS_EACH);
            for (int i = 0; i < workloads; i++) {
                cluster.seed(new WorkloadSeed(NAMESPACE, "Deployment", "app-" + i, PODS_EACH, List.of(
                        revision("v1.0.0", Duration.ofDays(2)), revision("v1.1.0", Duration.ofHours(2)))));
            }
            Files.writeString(Path.of(arguments[0]), cluster.kubeconfig(cluster.start()));
            System.out.println("ready");
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whoever started this closes its input when done.
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static SeedRevision revision(String version, Duration age) {
        return new SeedRevision("registry.test/acme/app:" + version, Map.of(), "Release " + version, age);
    }
}
