package dev.signalbox.action;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.Container;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Deployment with a small controller: each beat of time brings one pod of the newest template up.
final class FakeWorkload {

    static final WorkloadKey KEY =
            new WorkloadKey(new ConnectionId("prod-eu"), "shop", WorkloadKind.DEPLOYMENT, "checkout");
    /// Revision objects: `rs-1` is v1 and so on; the hash of `rs-1` is `hash-1`.
    final List<String> revisions = new ArrayList<>(List.of("rs-1", "rs-2", "rs-3"));

    WorkloadKey key = KEY;
    String uid = "uid-1";
    long generation = 7;
    long observed = 7;
    String template = "rs-3";
    String mark = "";
    boolean paused;
    boolean onDelete;
    int partition;
    int replicas = 4;
    int updated = 4;
    boolean breaks;
    /// Why its pods do not come up.
    String breakage = "ErrImagePull";
    String progress = "ReplicaSetUpdated";
    Owner owner = Owner.NOBODY;
    LastChange lastChange = new LastChange("helm", Instant.parse("2026-11-20T08:00:00Z"));
    Map<String, String> annotations = Map.of();

    /// Applies a change that tests uid and generation; false when the test fails.
    boolean patch(String body, String manager, Instant now) {
        Map<String, String> fields = new HashMap<>();
        for (String part : body.split(";", -1)) {
            int at = part.indexOf('=');
            fields.put(part.substring(0, at), part.substring(at + 1));
        }
        if (!uid.equals(fields.get("uid")) || !String.valueOf(generation).equals(fields.get("generation"))) {
            return false;
        }
        if (fields.containsKey("template")) {
            template = fields.getOrDefault("template", template);
            updated = 0;
        }
        if (fields.containsKey("mark")) {
            mark = fields.getOrDefault("mark", mark);
            updated = 0;
        }
        paused = Boolean.parseBoolean(fields.getOrDefault("paused", String.valueOf(paused)));
        replicas = Integer.parseInt(fields.getOrDefault("replicas", String.valueOf(replicas)));
        changed(manager, now);
        return true;
    }

    void changed(String manager, Instant now) {
        generation++;
        lastChange = new LastChange(manager, now);
    }

    void deploy(String revision, String manager, Instant now) {
        template = revision;
        updated = 0;
        changed(manager, now);
    }

    void autoscale(int to, Instant now) {
        replicas = to;
        changed("kube-controller-manager", now);
    }

    /// A beat of the controller.
    void beat() {
        observed = generation;
        if (!paused && !breaks) {
            updated = Math.min(replicas, updated + 1);
        }
    }

    Workload now(Instant now) {
        int available = Math.min(updated, replicas);
        List<Container> containers = List.of(new Container("app", image(template)));
        List<Pod> pods = breaks
                ? List.of(new Pod("p", "p", hash(template), "Pending", false, false, false, 0,
                        new Trouble(breakage, "not found", true), now, null))
                : List.of();
        return new Workload(
                key, uid, generation, observed, new Replicas(replicas, replicas, available, available, available, 0),
                paused, partition, onDelete, containers, Map.of(), annotations,
                mark.isEmpty() ? Map.of() : Map.of("kubectl.kubernetes.io/restartedAt", mark),
                List.of(new Condition("Progressing", "True", progress, "", now)),
                revisions.stream().map(this::revision).toList().reversed(), pods, owner, lastChange, now);
    }

    private Revision revision(String uid) {
        long number = Long.parseLong(uid.substring(3));
        return new Revision(
                uid, "checkout-" + hash(uid), hash(uid), number, List.of(), List.of(new Container("app", image(uid))),
                null,
                null, uid.equals(template) ? replicas : 0, -1, uid.equals(template), Map.of());
    }

    private static ImageRef image(String revision) {
        return ImageRef.parse("registry.example/checkout:v" + revision.substring(3));
    }

    static String hash(String revision) {
        return "hash-" + revision.substring(3);
    }
}
