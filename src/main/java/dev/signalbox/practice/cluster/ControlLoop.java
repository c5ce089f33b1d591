package dev.signalbox.practice.cluster;

import dev.signalbox.practice.cluster.objects.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// All controllers of the cluster, moved by ticks: each tick brings every object one step nearer to its spec.
final class ControlLoop {

    private final InstantSource clock;
    private final Nodes nodes;
    private final EventLog events;
    private final PodLives pods;
    private final ReplicaSetController replicaSets;
    private final DeploymentController deployments;
    private final StatefulSetController statefulSets;
    private final DaemonSetController daemonSets;
    private final Orphans orphans;

    ControlLoop(ObjectStore store, Behaviours behaviours, InstantSource clock, RandomGenerator random,
            AtomicInteger addresses) {
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
        replicaSets.tick(now);
        deployments.tick(now);
        statefulSets.tick(now);
        daemonSets.tick(now);
        orphans.remove(now);
        events.forgetOld();
    }

    Nodes nodes() {
        return nodes;
    }
}
