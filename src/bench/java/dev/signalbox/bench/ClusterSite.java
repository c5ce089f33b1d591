package dev.signalbox.bench;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import dev.signalbox.wiring.RunningConsole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A practice cluster with many alike workloads, and the whole console watching it through a [Tap].
final class ClusterSite implements AutoCloseable {

    static final String NAMESPACE = "production";
    private static final String NAME = "bench";
    private static final int PODS = 3;

    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Path folder = Files.createTempDirectory("signalbox-bench");
    private final PracticeCluster cluster;
    private final Tap tap;
    private final RunningConsole console;
    private final URI address;

    /// @param workloads how many Deployments there are, each with two revisions
    ClusterSite(int workloads) throws IOException {
        String token = "bench-token";
        cluster = new PracticeCluster(
                NAME, token, InstantSource.system(), ticks, RandomGenerator.of("L64X128MixRandom"));
        for (int i = 0; i < workloads; i++) {
            cluster.seed(new WorkloadSeed(
                    NAMESPACE, "Deployment", name(i), PODS,
                    List.of(revision("v1.0.0", Duration.ofDays(2)), revision("v1.1.0", Duration.ofHours(2)))));
        }
        tap = new Tap(cluster.start());
        String kubeconfig = cluster.kubeconfig(tap.address());
        address = URI.create(kubeconfig.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("server: "))
                .findFirst()
                .orElseThrow()
                .substring("server: ".length()));
        console = RunningConsole.on(folder, kubeconfig, NAME, NAMESPACE);
    }

    private static SeedRevision revision(String version, Duration age) {
        return new SeedRevision("registry.test/acme/app:" + version, Map.of(), "Release " + version, age);
    }

    static String name(int index) {
        return "app-" + index;
    }

    static WorkloadKey key(int index) {
        return new WorkloadKey(new ConnectionId(NAME), NAMESPACE, WorkloadKind.DEPLOYMENT, name(index));
    }

    /// Where the API is, with what authenticates a client in the path.
    URI address() {
        return address;
    }

    PracticeCluster cluster() {
        return cluster;
    }

    Tap tap() {
        return tap;
    }

    RunningConsole console() {
        return console;
    }

    @Override
    public void close() throws IOException {
        console.close();
        tap.close();
        cluster.close();
        ticks.shutdownNow();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
