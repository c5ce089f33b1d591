package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How many pods each ReplicaSet of a Deployment may have now: `maxSurge` above, `maxUnavailable` below.
final class ReplicaSetScaling {

    private final ObjectStore store;
    private final EventLog events;

    ReplicaSetScaling(ObjectStore store, EventLog events) {
        this.store = store;
        this.events = events;
    }

    /// Whether somebody changed the wanted number since the ReplicaSets were last scaled.
    boolean isResize(ObjectNode deployment, List<ObjectNode> sets) {
        int wanted = wanted(deployment);
        return sets.stream()
                .filter(set -> replicas(set) > 0)
                .anyMatch(
                        set -> Fields.at(set, "metadata", "annotations", Annotations.DESIRED).asInt(wanted) != wanted);
    }

    /// Brings the total to the wanted number and leaves the proportions of a rollout under way.
    void resize(ObjectNode deployment, Optional<ObjectNode> newest, List<ObjectNode> sets) {
        int wanted = wanted(deployment);
        List<ObjectNode> active = sets.stream().filter(set -> replicas(set) > 0).toList();
        if (active.size() <= 1) {
            (active.isEmpty() ? newest : Optional.of(active.get(0)))
                    .ifPresent(set -> scale(deployment, set, wanted));
            return;
        }
        if (newest.isPresent() && replicas(newest.get()) == wanted && available(newest.get()) == wanted) {
            active.stream().filter(set -> !Fields.uid(set).equals(Fields.uid(newest.get())))
                    .forEach(set -> scale(deployment, set, 0));
            return;
        }
        int total = active.stream().mapToInt(ReplicaSetScaling::replicas).sum();
        int allowed = wanted == 0 ? 0 : wanted + surge(deployment);
        int delta = allowed - total;
        List<ObjectNode> largest = active.stream()
                .sorted(Comparator.comparingInt(ReplicaSetScaling::replicas).reversed())
                .toList();
        int rest = delta;
        for (ObjectNode set : largest) {
            int part = Math.round((float) replicas(set) * delta / total);
            int given = delta > 0 ? Math.min(part, rest) : Math.max(part, rest);
            rest -= given;
            scale(deployment, set, Math.max(0, replicas(set) + given));
        }
        if (rest != 0) {
            ObjectNode first = store.get(ObjectKey.of(ResourceKinds.REPLICA_SETS, largest.get(0)));
            scale(deployment, first, Math.max(0, replicas(first) + rest));
        }
    }

    /// One step of the rollout: up if there is room, else down if enough is available.
    void roll(ObjectNode deployment, ObjectNode newest, List<ObjectNode> sets) {
        List<ObjectNode> old = sets.stream()
                .filter(set -> !Fields.uid(set).equals(Fields.uid(newest)) && replicas(set) > 0)
                .toList();
        if ("Recreate".equals(Fields.text(deployment, "spec", "strategy", "type"))) {
            old.forEach(set -> scale(deployment, set, 0));
            boolean gone = sets.stream()
                    .filter(set -> !Fields.uid(set).equals(Fields.uid(newest)))
                    .allMatch(set -> Fields.number(set, 0, "status", "replicas")
                            + Fields.number(set, 0, "status", "terminatingReplicas") == 0);
            if (gone) {
                scale(deployment, newest, wanted(deployment));
            }
            return;
        }
        int total = sets.stream().mapToInt(ReplicaSetScaling::replicas).sum();
        int room = wanted(deployment) + surge(deployment) - total;
        int missing = wanted(deployment) - replicas(newest);
        if (missing < 0 || missing > 0 && room > 0) {
            scale(deployment, newest, replicas(newest) + (missing < 0 ? missing : Math.min(missing, room)));
            return;
        }
        scaleDown(deployment, newest, old, total);
    }

    private void scaleDown(ObjectNode deployment, ObjectNode newest, List<ObjectNode> old, int total) {
        int needed = wanted(deployment) - unavailable(deployment);
        int newMissing = replicas(newest) - available(newest);
        int unhealthyBudget = total - needed - newMissing;
        int spare = available(newest) + old.stream().mapToInt(ReplicaSetScaling::available).sum() - needed;
        for (ObjectNode set : old) {
            int broken = Math.clamp(Math.min(replicas(set) - available(set), unhealthyBudget), 0, replicas(set));
            unhealthyBudget -= broken;
            int healthy = Math.clamp(Math.min(spare, unhealthyBudget), 0, replicas(set) - broken);
            spare -= healthy;
            unhealthyBudget -= healthy;
            if (broken + healthy > 0) {
                scale(deployment, set, replicas(set) - broken - healthy);
            }
        }
    }

    private void scale(ObjectNode deployment, ObjectNode set, int to) {
        int from = replicas(set);
        int wanted = wanted(deployment);
        store.update(ObjectKey.of(ResourceKinds.REPLICA_SETS, set), Commit.STORE, next -> {
            Fields.child(next, "spec").put("replicas", to);
            Fields.child(next, "metadata", "annotations").put(Annotations.DESIRED, Integer.toString(wanted))
                    .put(Annotations.MAXIMUM, Integer.toString(wanted + surge(deployment)));
            return next;
        });
        if (from != to) {
            events.normal(deployment, DeploymentController.COMPONENT, "ScalingReplicaSet", "Scaled "
                    + (to > from ? "up" : "down") + " replica set " + Fields.name(set) + " from " + from + " to " + to);
        }
    }

    static int surge(JsonNode deployment) {
        JsonNode rolling = deployment.path("spec").path("strategy").path("rollingUpdate");
        return rolling.isMissingNode()
                ? 0
                : Counts.share(rolling.path("maxSurge"), wanted(deployment), Counts.Rounding.UP);
    }

    static int unavailable(JsonNode deployment) {
        JsonNode rolling = deployment.path("spec").path("strategy").path("rollingUpdate");
        if (rolling.isMissingNode()) {
            return wanted(deployment);
        }
        int share = Counts.share(rolling.path("maxUnavailable"), wanted(deployment), Counts.Rounding.DOWN);
        // Neither above nor below would never move: the controller then allows one below.
        return share == 0 && surge(deployment) == 0 ? 1 : Math.min(share, wanted(deployment));
    }

    private static int wanted(JsonNode deployment) {
        return Fields.number(deployment, 1, "spec", "replicas");
    }

    static int replicas(JsonNode set) {
        return Fields.number(set, 0, "spec", "replicas");
    }

    static int available(JsonNode set) {
        return Fields.number(set, 0, "status", "availableReplicas");
    }
}
