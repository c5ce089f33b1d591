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

/// As many services beside the twelve of the practice team as make fifty, in every environment, on a cluster in a process of
/// its own. Writes its kubeconfig, says that it is ready, and serves until its input ends.
final class MoreServices {

    static final int COUNT = 38;
    static final String CLUSTER = "prod-us";
    static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");
    private static final int PODS_EACH = 3;

    private MoreServices() {}

    /// @param arguments where the kubeconfig goes
    public static void main(String... arguments) throws Exception {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        try (PracticeCluster cluster = new PracticeCluster(
                CLUSTER, "bench-token", InstantSource.system(), ticks, RandomGenerator.of("L64X128MixRandom"))) {
            for (int i = 0; i < COUNT; i++) {
                for (String environment : ENVIRONMENTS) {
                    cluster.seed(new WorkloadSeed(environment, "Deployment", name(i), PODS_EACH, List.of(
                            revision("v1.0.0", Duration.ofDays(2)), revision("v1.1.0", Duration.ofHours(2)))));
                }
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

    /// The rows of these services at the end of another board.
    static String onBoard(String board) {
        StringBuilder text = new StringBuilder(board);
        for (int i = 0; i < COUNT; i++) {
            text.append("  - name: ").append(name(i)).append("\n    group: Group ").append(1 + i / 10)
                    .append("\n    targets:\n");
            for (String environment : ENVIRONMENTS) {
                text.append("      ").append(environment).append(": {cluster: ").append(CLUSTER).append(", namespace: ")
                        .append(environment).append("}\n");
            }
        }
        return text.toString();
    }

    private static String name(int number) {
        return "service-" + number;
    }

    private static SeedRevision revision(String version, Duration age) {
        return new SeedRevision("registry.test/acme/app:" + version, Map.of(), "Release " + version, age);
    }
}
