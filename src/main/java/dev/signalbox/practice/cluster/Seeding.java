package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// Gives a workload its past by living through it: in a cluster of its own, whose clock stands in the past and whose
/// images are all healthy, each revision is written and rolled out by the ordinary controllers. What has come out is what
/// a real cluster would hold.
final class Seeding {

    static final Author PIPELINE = new Author("deploy-pipeline", Commit.STORE);

    /// Far more seconds than any healthy rollout takes.
    private static final int PATIENCE = 1_800;
    private static final Duration ROLLOUT = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(2);

    private final AtomicReference<Instant> past;
    private final ObjectStore store;
    private final Writes writes;
    private final ControlLoop loop;
    private final RolloutReading rollouts;

    Seeding(Instant begin, int nodes, RandomGenerator random, AtomicInteger addresses) {
        this.past = new AtomicReference<>(begin);
        this.store = new ObjectStore(past::get, random, 0);
        this.writes = new Writes(store, past::get, random);
        this.loop = new ControlLoop(store, new Behaviours(), past::get, random, addresses);
        this.rollouts = new RolloutReading(store);
        loop.nodes().atLeast(nodes);
    }

    /// Lives through the seed's revisions.
    ///
    /// @param now the present, which the past must not reach
    /// @return what exists in the end, of every kind that belongs to a workload
    List<Grown> grow(WorkloadSeed seed, Instant now) {
        ObjectNode namespace = Fields.newObject();
        namespace.putObject("metadata").put("name", seed.namespace());
        store.create(ResourceKinds.NAMESPACES, namespace, Commit.STORE);
        ResourceKind kind = ResourceKinds.workload(seed.kind());
        ObjectKey key = new ObjectKey(kind, seed.namespace(), seed.name());
        boolean scales = !kind.equals(ResourceKinds.DAEMON_SETS);
        for (SeedRevision revision : seed.revisions()) {
            if (scales && revision == seed.revisions().getLast() && store.find(key).isPresent()) {
                scale(key, 1);
            }
            Instant wanted = now.minus(revision.age().compareTo(ROLLOUT) < 0 ? ROLLOUT : revision.age());
            past.updateAndGet(present -> wanted.isAfter(present) ? wanted : present);
            ObjectNode template = WorkloadDraft.template(seed, revision);
            if (store.find(key).isEmpty()) {
                ObjectNode workload = cause(WorkloadDraft.workload(alone(seed), template), revision);
                writes.create(kind, seed.namespace(), workload, PIPELINE);
            } else {
                writes.change(key, PIPELINE, current -> {
                    Fields.child(current, "spec").set("template", template);
                    return cause(current, revision);
                });
            }
            rollOut(key);
        }
        if (scales && seed.replicas() > 1) {
            scale(key, seed.replicas());
        }
        return List.of(ResourceKinds.EVENTS, kind, ResourceKinds.REPLICA_SETS, ResourceKinds.CONTROLLER_REVISIONS,
                ResourceKinds.PODS)
                .stream()
                .flatMap(each -> store.list(each, "").items().stream().map(object -> new Grown(each, object)))
                .toList();
    }

    private void scale(ObjectKey key, int replicas) {
        writes.change(key, PIPELINE, current -> {
            Fields.child(current, "spec").put("replicas", replicas);
            return current;
        });
        rollOut(key);
    }

    /// Nobody asks for the pods of long ago, so there are none until the last rollout, which one pod lives through; the
    /// others join it in the end.
    private static WorkloadSeed alone(WorkloadSeed seed) {
        int pods = seed.revisions().size() == 1 ? 1 : 0;
        return new WorkloadSeed(seed.namespace(), seed.kind(), seed.name(), pods, seed.revisions());
    }

    /// An object that came out of the past.
    record Grown(ResourceKind kind, ObjectNode object) {}

    private void rollOut(ObjectKey key) {
        for (int steps = 0; steps < PATIENCE / 2; steps++) {
            loop.tick();
            past.updateAndGet(present -> present.plus(STEP));
            boolean settled = rollouts.read(key).done() && store.list(ResourceKinds.PODS, "").items().stream()
                    .noneMatch(Fields::isDeleting);
            if (settled) {
                loop.tick();
                return;
            }
        }
        throw new IllegalStateException("the seeded workload " + key.name() + " does not roll out");
    }

    private static ObjectNode cause(ObjectNode workload, SeedRevision revision) {
        if (!revision.changeCause().isEmpty()) {
            Fields.child(workload, "metadata", "annotations").put(Annotations.CHANGE_CAUSE, revision.changeCause());
        } else if (workload.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(Annotations.CHANGE_CAUSE);
        }
        return workload;
    }
}
