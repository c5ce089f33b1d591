package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.Cluster;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/// A practice cluster with a connection to it: shop/checkout is a Deployment of three with two revisions.
final class Rig implements AutoCloseable {

    static final ConnectionId PROD = new ConnectionId("prod");
    static final String TOKEN = "practice-token-0123456789";

    final PracticeCluster practice;
    final URI address;
    final Cluster cluster;
    private final AutoCloseable handle;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    Rig() {
        Instant start = InstantSource.system().instant();
        // Pods take their seconds by this clock: ten of them pass in one.
        InstantSource hurried =
                () -> start.plus(Duration.between(start, InstantSource.system().instant()).multipliedBy(10));
        practice = new PracticeCluster("practice", TOKEN, hurried, ticks, new Random(1));
        for (String kind : List.of("Deployment", "StatefulSet", "DaemonSet")) {
            practice.seed(new WorkloadSeed("shop", kind, name(kind), 3, List.of(
                    new SeedRevision("registry.example/checkout:v1", Map.of(), "release v1", Duration.ofDays(2)),
                    new SeedRevision("registry.example/checkout:v2", Map.of(), "release v2", Duration.ofDays(1)))));
        }
        address = practice.start();
        Kubernetes.Connected connected = connect(address);
        cluster = connected.cluster();
        handle = connected.handle();
    }

    static WorkloadKey key(WorkloadKind kind) {
        return new WorkloadKey(PROD, "shop", kind, name(kind.kind()));
    }

    private static String name(String kind) {
        return switch (kind) {
            case "Deployment" -> "checkout";
            case "StatefulSet" -> "ledger";
            default -> "agent";
        };
    }

    static Kubernetes.Connected connect(URI server) {
        return connect(server, TOKEN, System::nanoTime);
    }

    static Kubernetes.Connected connect(URI server, String token, LongSupplier ticker) {
        return connect(server, token, ticker, List.of());
    }

    static Kubernetes.Connected connect(URI server, String token, LongSupplier ticker, List<Path> files) {
        ClusterAccess access = new ClusterAccess(
                server, new Trust(null, null, false), null,
                new Identity(new Secret(token), null, null, null, null), Impersonation.NONE, Path.of("config"));
        ClusterSettings settings = new ClusterSettings(
                PROD, new Kubeconfig.Context.Usable("prod-eu", access, "shop"), files, List.of(), "signalbox/test",
                (file, command, hash) -> false);
        return Kubernetes.connect(settings, runtime(ticker));
    }

    static ClusterRuntime runtime(LongSupplier ticker) {
        return new ClusterRuntime(
                InstantSource.system(), ticker, new Random(1), Thread.ofVirtual().factory(), System.getenv());
    }

    @Override
    public void close() throws Exception {
        handle.close();
        practice.close();
        ticks.shutdownNow();
    }
}
