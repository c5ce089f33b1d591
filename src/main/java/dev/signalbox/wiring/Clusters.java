package dev.signalbox.wiring;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.monitor.ClusterIdentityMonitor;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.ClusterRuntime;
import dev.signalbox.provider.kubernetes.ClusterSettings;
import dev.signalbox.provider.kubernetes.Kubernetes;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Connects the configured clusters; what cannot be connected is shown as a connection with its problem.
final class Clusters {

    /// A cluster that was made anew behind the same address is noticed within this time, and before any action.
    private static final Duration LOOK = Duration.ofMinutes(5);

    private final Machine machine;
    private final Threads threads;
    private final Store store;
    private final Closing closing;
    private final KnownSecrets known;
    private final ClusterTrusts trusts;
    private final Map<ConnectionId, Consumer<String>> trusting = new ConcurrentHashMap<>();

    /// @param known learns what is sent to the clusters; credential programs get the user's environment without what it
    ///     keeps to itself
    Clusters(
            Machine machine, Threads threads, Store store, Closing closing, KnownSecrets known,
            ClusterTrusts trusts) {
        this.machine = machine;
        this.threads = threads;
        this.store = store;
        this.closing = closing;
        this.known = known;
        this.trusts = trusts;
    }

    Optional<Cluster> connect(ConsoleConfig.ClusterContext cluster) {
        String variable = cluster.kubeconfig().isEmpty() ? machine.environment().getOrDefault("KUBECONFIG", "") : "";
        List<Path> files = cluster.kubeconfig().isEmpty()
                ? Kubeconfig.files(variable, machine.home())
                : cluster.kubeconfig();
        Kubeconfig kubeconfig = Kubeconfig.load(files);
        Optional<Kubeconfig.Context> context = kubeconfig.context(cluster.context());
        List<String> problems = Stream.concat(
                Kubeconfig.unusable(variable).stream(),
                kubeconfig.problems().stream().map(problem -> "Kubeconfig " + problem))
                .toList();
        if (context.isEmpty()) {
            return refused(cluster, "The context \"" + cluster.context() + "\" is in none of the kubeconfig files "
                    + files + ". " + String.join(" ", problems), List.of());
        }
        return switch (context.get()) {
            case Kubeconfig.Context.Refused(String name, String reason) -> refused(cluster, reason, problems);
            case Kubeconfig.Context.Usable usable -> Optional.of(open(cluster, usable, problems));
        };
    }

    private Cluster open(
            ConsoleConfig.ClusterContext cluster, Kubeconfig.Context.Usable context, List<String> problems) {
        Stream<String> caution = Stream.of(context.access().caution()).filter(sentence -> !sentence.isEmpty());
        announce(
                cluster, String.valueOf(context.access().server()),
                Stream.concat(caution, problems.stream()).toList());
        Kubernetes.Connected connected = Kubernetes.connect(
                new ClusterSettings(
                        cluster.id(), context, cluster.kubectl(), cluster.namespaces(),
                        AboutThis.here().agent() + " (" + machine.operator() + ")",
                        (file, command, hash) -> cluster.allowedCommands().contains(hash)),
                new ClusterRuntime(
                        machine.clock(), machine.ticker(), machine.random(), threads.virtual(),
                        known.forPrograms(machine.environment()), known::learn));
        closing.later(connected.handle());
        Cluster marked = connected.cluster().marked(cluster.mark().isProduction());
        if (isHere(context.access().server())) {
            return GuardedCluster.of(marked, () -> readOnly(cluster));
        }
        ClusterIdentityMonitor identity = new ClusterIdentityMonitor(
                cluster.id(), connected.identity(), trusts, store, machine.clock(), machine.operator());
        threads.every(LOOK, () -> threads.workers().execute(identity::look));
        Cluster guarded = GuardedCluster.of(marked, () -> readOnly(cluster).or(identity::barrier));
        trusting.put(cluster.id(), seen -> {
            identity.trust(seen);
            ask(guarded);
        });
        return guarded;
    }

    /// Plain `http` on this machine is a tunnel or a practice cluster, which comes and goes; nobody can say which one it is.
    private static boolean isHere(URI server) {
        return server.getScheme().equals("http");
    }

    /// Takes a cluster for the one that is meant, though it has changed. Returns at once.
    ///
    /// @param seen what was shown of it
    void trust(ConnectionId cluster, String seen) {
        Consumer<String> yes = trusting.get(cluster);
        if (yes != null) {
            threads.workers().execute(() -> yes.accept(seen));
        }
    }

    /// What was asked before may be answered otherwise now.
    private void ask(Cluster cluster) {
        for (PermitKey key : store.current().permits().keySet()) {
            if (key.cluster().equals(cluster.id())) {
                try {
                    store.offer(new Change.PermitRead(
                            key, new Answer.Good<>(cluster.workloads().permit(key), machine.clock().instant())));
                } catch (RemoteFailure unanswered) {
                    // It is asked again in its turn.
                }
            }
        }
    }

    private static Optional<Permit> readOnly(ConsoleConfig.ClusterContext cluster) {
        return cluster.mark().isReadOnly()
                ? Optional.of(Permit.held(
                        "“" + SafeText.line(cluster.id().name(), 80) + "” is production and looked at only.",
                        "Write “act: true” for it into the configuration, or switch actions on in the settings."))
                : Optional.empty();
    }

    private Optional<Cluster> refused(
            ConsoleConfig.ClusterContext cluster, String reason, List<String> problems) {
        // Nobody knows where it leads, so what was known of it may stay.
        announce(cluster, "", problems);
        store.offer(new Change.ConnectionTroubled(cluster.id(), new RemoteProblem.Unreadable(reason), null));
        return Optional.empty();
    }

    private void announce(ConsoleConfig.ClusterContext cluster, String address, List<String> remarks) {
        store.offer(new Change.ConnectionAdded(Connection.fresh(cluster.id(), Connection.Kind.KUBERNETES, address)
                .remarked(remarks)
                .watching(cluster.namespaces())));
    }
}
