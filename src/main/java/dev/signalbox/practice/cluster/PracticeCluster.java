package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.Writes;
import dev.signalbox.practice.cluster.server.AccessRules;
import dev.signalbox.practice.cluster.server.ApiServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A small Kubernetes on loopback, to practise and to test on. It answers discovery, list, watch, the three patch types,
/// dry runs, access reviews, leases, events and logs the way kube-apiserver 1.36 does, and its controllers roll
/// Deployments, StatefulSets and DaemonSets out pod by pod. `kubectl` works against it.
///
/// It listens on 127.0.0.1 only, on a free port, and refuses every request without its token. It can be told to misbehave:
/// images that crash, permissions that are missing, a token that was revoked, a network that is down.
public final class PracticeCluster implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PracticeCluster.class.getName());
    private static final Duration TICK = Duration.ofMillis(250);

    /// What was seeded is at rest, and those who have just connected are still busy reading it.
    private static final Duration FIRST_TICK = Duration.ofSeconds(1);
    private static final Duration BOOKMARK = Duration.ofSeconds(20);
    private static final int FIRST_NODES = 3;

    /// Each is a whole object. A watcher who missed more lists anew, as on a real cluster after five minutes.
    private static final int REMEMBERED_CHANGES = 1_000;

    private final String name;
    private final String token;
    private final InstantSource clock;
    private final ScheduledExecutorService ticks;
    private final RandomGenerator random;
    private final Behaviours behaviours = new Behaviours();
    private final AccessRules access = new AccessRules();
    private final AtomicInteger addresses = new AtomicInteger();
    private final ObjectStore store;
    private final Writes writes;
    private final ControlLoop loop;
    private final RolloutReading rollouts;
    private final ApiServer server;
    private @Nullable ScheduledFuture<?> ticking;

    /// @param name how the cluster is called in a kubeconfig
    /// @param token the bearer token that clients must send
    /// @param ticks moves the controllers once the cluster has started; it is not shut down with the cluster
    /// @param random may be used by several threads at once; it is locked while it is used
    public PracticeCluster(String name, String token, InstantSource clock, ScheduledExecutorService ticks,
            RandomGenerator random) {
        this.name = name;
        this.token = token;
        this.clock = clock;
        this.ticks = ticks;
        this.random = () -> {
            synchronized (random) {
                return random.nextLong();
            }
        };
        this.store = new ObjectStore(clock, this.random, REMEMBERED_CHANGES);
        this.writes = new Writes(store, clock, this.random);
        this.loop = new ControlLoop(store, behaviours, clock, this.random, addresses);
        this.rollouts = new RolloutReading(store);
        this.server = new ApiServer(token, store, writes, access, new PodLogs(), clock, System::nanoTime, BOOKMARK,
                Executors.newVirtualThreadPerTaskExecutor());
        loop.nodes().atLeast(FIRST_NODES);
        ensureNamespace("default");
    }

    /// How the cluster is called.
    public String name() {
        return name;
    }

    /// Opens the port and lets time pass.
    ///
    /// @return the address to put into a kubeconfig
    public synchronized URI start() {
        ticking = ticks.scheduleWithFixedDelay(this::tickOn, FIRST_TICK.toMillis(), TICK.toMillis(),
                TimeUnit.MILLISECONDS);
        return server.start();
    }

    /// A kubeconfig for this cluster, which `kubectl` understands too: that sends no token over plain HTTP, so the token
    /// is in the address as well. It is a secret as the token is.
    ///
    /// @param address what [#start()] returned
    public String kubeconfig(URI address) {
        return String.join("\n", "apiVersion: v1", "kind: Config", "clusters:", "- name: " + name, "  cluster:",
                "    server: " + address + "/" + ApiServer.TOKEN_PATH + "/" + token, "users:", "- name: " + name,
                "  user:", "    token: " + token, "contexts:", "- name: " + name, "  context:", "    cluster: " + name,
                "    user: " + name, "current-context: " + name, "");
    }

    /// Lets every controller make one step at the clock's time.
    public void tick() {
        loop.tick();
    }

    /// A schedule ends at the first failure; the cluster must not stand still because of one object.
    private void tickOn() {
        try {
            tick();
        } catch (RuntimeException unexpected) {
            LOG.log(System.Logger.Level.WARNING, "a step of the practice cluster failed", unexpected);
        }
    }

    /// Adds a workload with its Service and its history, completely rolled out.
    public void seed(WorkloadSeed seed) {
        ensureNamespace(seed.namespace());
        boolean perNode = seed.kind().equals("DaemonSet");
        if (perNode) {
            loop.nodes().atLeast(seed.replicas());
        }
        Instant now = clock.instant();
        int nodes = loop.nodes().names().size();
        Instant begin = now.minus(seed.revisions().get(0).age()).minusSeconds(1);
        Instant oldEvents = now.minus(Duration.ofHours(1));
        for (Seeding.Grown grown : new Seeding(begin, nodes, random, addresses).grow(seed, now)) {
            boolean forgotten = grown.kind().equals(ResourceKinds.EVENTS)
                    && Fields.time(grown.object(), "lastTimestamp").isBefore(oldEvents);
            if (!forgotten) {
                store.create(grown.kind(), grown.object(), Commit.STORE);
            }
        }
        int services = store.list(ResourceKinds.SERVICES, "").items().size();
        store.create(ResourceKinds.SERVICES, WorkloadDraft.service(seed, services), Commit.STORE);
    }

    /// Changes the image of the first container, as a deploy pipeline does.
    ///
    /// @param templateAnnotations added to the pod template
    /// @param fieldManager who is recorded as having done it
    /// @param changeCause empty to leave the annotation as it is
    public void setImage(String namespace, String kind, String name, String image,
            Map<String, String> templateAnnotations, String fieldManager, String changeCause) {
        writes.change(key(namespace, kind, name), new Author(fieldManager, Commit.STORE), workload -> {
            ObjectNode template = Fields.child(workload, "spec", "template");
            JsonNode container = template.path("spec").path("containers").path(0);
            if (container instanceof ObjectNode first) {
                first.put("image", image);
            }
            templateAnnotations.forEach(Fields.child(template, "metadata", "annotations")::put);
            if (!changeCause.isEmpty()) {
                Fields.child(workload, "metadata", "annotations").put(Annotations.CHANGE_CAUSE, changeCause);
            }
            return workload;
        });
    }

    /// How far the workload's rollout is.
    public Rollout rolloutOf(String namespace, String kind, String name) {
        return rollouts.read(key(namespace, kind, name));
    }

    /// Makes all pods of an image behave like that, those that run included.
    public void behave(String image, PodBehaviour behaviour) {
        behaviours.set(image, behaviour);
    }

    /// Takes a permission away, so that reviews say no and requests get 403. `*` stands for anything.
    ///
    /// @param resource for example `deployments` or `deployments/scale`
    public void deny(String verb, String resource, String namespace) {
        access.deny(verb, resource, namespace);
    }

    /// Adds a permission that a release operator does not have.
    public void grant(String verb, String resource, String namespace) {
        access.grant(verb, resource, namespace);
    }

    /// Back to the permissions of a release operator.
    public void allowAll() {
        access.reset();
    }

    /// Cuts every connection and answers nobody until it is set again. Time goes on meanwhile.
    public void setReachable(boolean reachable) {
        server.setReachable(reachable);
    }

    /// Answers 401 to the token until it is set back.
    public void revokeToken(boolean revoked) {
        server.setRevoked(revoked);
    }

    /// Forgets the recent changes, so that watches of an older version and half-read lists expire.
    public void compactHistory() {
        store.compact();
    }

    @Override
    public synchronized void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        server.close();
    }

    private void ensureNamespace(String namespace) {
        if (store.find(new ObjectKey(ResourceKinds.NAMESPACES, "", namespace)).isEmpty()) {
            ObjectNode object = Fields.newObject();
            object.putObject("metadata").put("name", namespace).putObject("labels").put("kubernetes.io/metadata.name",
                    namespace);
            object.putObject("status").put("phase", "Active");
            store.create(ResourceKinds.NAMESPACES, object, Commit.STORE);
        }
    }

    private static ObjectKey key(String namespace, String kind, String name) {
        return new ObjectKey(ResourceKinds.workload(kind), namespace, name);
    }
}
