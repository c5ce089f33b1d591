package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterChoices;
import dev.signalbox.port.ClusterIdentity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Connects to a cluster. Opens no connection before something is asked.
public final class Kubernetes {

    /// Such programs ask a service on the net; one that takes longer waits for a person or for ever.
    private static final Duration PLUGIN_DEADLINE = Duration.ofSeconds(30);

    private Kubernetes() {}

    /// A cluster with its ports, and the handle that gives its connections back. Watches are closed by their own handles
    /// before.
    ///
    /// @param identity tells which cluster it really is
    public record Connected(Cluster cluster, ClusterIdentity identity, AutoCloseable handle) {}

    /// The contexts that this machine knows, to choose from.
    ///
    /// @param found the kubeconfig files of this machine
    /// @param userAgent what the server's audit log shows
    public static ClusterChoices choices(Supplier<List<Path>> found, String userAgent, ClusterRuntime runtime) {
        return new KubernetesChoices(found, userAgent, runtime);
    }

    /// Makes the ports of one cluster.
    public static Connected connect(ClusterSettings settings, ClusterRuntime runtime) {
        ClusterAccess access = settings.context().access();
        ConnectionId id = settings.id();
        ApiPaths paths = new ApiPaths(access.server());
        Credentials credentials = credentials(access, settings.consent(), runtime);
        Failures failures = new Failures(runtime.clock());
        // Reading and writing do not share connections: a burst of reads never delays an action.
        Transport forReading = new Transport(access, settings.userAgent(), runtime.threads());
        Transport forWriting = new Transport(access, settings.userAgent(), runtime.threads());
        String host = host(access.server());
        ApiClient reading =
                new ApiClient(forReading, credentials, failures, runtime.ticker(), runtime.random(), host);
        ApiClient writing =
                new ApiClient(forWriting, credentials, failures, runtime.ticker(), runtime.random(), host);
        KubernetesWorkloads workloads =
                new KubernetesWorkloads(id, paths, reading, new AccessReviews(paths, reading, runtime.ticker()));
        Cluster cluster = new Cluster(
                id,
                access.server().getScheme() + "://" + host,
                settings.watched(),
                new KubernetesWatch(id, paths, reading, runtime),
                workloads,
                new KubernetesPodLogs(paths, reading, runtime, workloads),
                new KubernetesCommands(
                        id, paths, reading, writing,
                        new KubectlText(settings.context().name(), settings.files())),
                new KubernetesSender(id, access.server(), writing),
                new KubernetesLocks(paths, reading, writing, runtime.clock(), runtime.ticker()),
                false,
                access.caution());
        return new Connected(cluster, new KubernetesIdentity(access, paths, reading), () -> {
            forReading.close();
            forWriting.close();
        });
    }

    static Credentials credentials(ClusterAccess access, Consent consent, ClusterRuntime runtime) {
        return new Credentials(
                access, consent, new ExecRunner(runtime.environment(), runtime.threads(), PLUGIN_DEADLINE),
                runtime.clock(), runtime.learned());
    }

    /// Host and port of a server, as people write them.
    static String host(URI server) {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }
}
