package dev.signalbox.practice.cluster;

import dev.signalbox.practice.cluster.objects.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// All controllers of the cluster, moved by ticks: each tick brings every object one step nearer to its spec.
final class ControlLoop {

    /// Deadlines pass although nothing changes.
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Nodes nodes;
    private final EventLog events;
    private final PodLives pods;
    private final ReplicaSetController replicaSets;
    private final DeploymentController deployments;
    private final StatefulSetController statefulSets;
    private final DaemonSetController daemonSets;
    private final Orphans orphans;
    private Instant lookedAt = Instant.EPOCH;
    private long settledAt = -1;

    ControlLoop(ObjectStore store, Behaviours behaviours, InstantSource clock, RandomGenerator random,
            AtomicInteger addresses) {
        this.store = store;
        this.clock = clock;
        this.nodes = new Nodes(store, addresses);
        this.events = new EventLog(store, clock, random);
        PodFactory factory = new PodFactory(store, random);
        this.pods = new PodLives(store, behaviours, nodes, new PodEvents(events), random);
        this.replicaSets = new ReplicaSetController(store, factory, events, behaviours);
        this.deployments = new DeploymentController(store, events);
        this.statefulSets = new StatefulSetController(store, factory, events);
        this.daemonSets = new DaemonSetController(store, factory, events, nodes);
        this.orphans = new Orphans(store);
    }

    synchronized void tick() {
        Instant now = clock.instant();
        pods.tick(now);
        if (store.version() == settledAt && Duration.between(lookedAt, now).abs().compareTo(AT_LEAST_EVERY) < 0) {
            return;
        }
        lookedAt = now;
        long before = store.version();
        replicaSets.tick(now);
        deployments.tick(now);
        statefulSets.tick(now);
        daemonSets.tick(now);
        orphans.remove(now);
        events.forgetOld();
        settledAt = store.version() == before ? before : -1;
    }

    Nodes nodes() {
        return nodes;
    }
}
