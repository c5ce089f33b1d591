package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.provider.kubernetes.PodMapping.OwnedPod;
import dev.signalbox.provider.kubernetes.RevisionMapping.OwnedRevision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the feeds have told so far. Objects find each other by the uids of their controllers, in whatever order they
/// arrive.
final class Picture {

    /// Hears which workloads are touched.
    interface Touched {

        void changed(WorkloadKey workload);

        void gone(WorkloadKey workload);
    }

    private final Touched touched;
    private final Map<String, WorkloadMapping.Body> bodies = new HashMap<>();
    private final Map<WorkloadKey, String> uids = new HashMap<>();
    private final Map<String, OwnedRevision> revisions = new HashMap<>();
    private final Map<String, Map<String, OwnedRevision>> revisionsByOwner = new HashMap<>();
    private final Map<String, OwnedPod> pods = new HashMap<>();
    private final Map<String, Map<String, Pod>> podsByMaker = new HashMap<>();

    Picture(Touched touched) {
        this.touched = touched;
    }

    synchronized void put(Trimmed object) {
        switch (object) {
            case WorkloadMapping.Body body -> putBody(body);
            case OwnedRevision revision -> putRevision(revision);
            case OwnedPod pod -> putPod(pod);
        }
    }

    synchronized void remove(Feed feed, String uid) {
        if (feed.workloads() != null) {
            WorkloadMapping.Body body = bodies.remove(uid);
            if (body != null && uids.remove(body.workload().key(), uid)) {
                touched.gone(body.workload().key());
            }
        } else if (feed == Feed.PODS) {
            OwnedPod pod = pods.remove(uid);
            if (pod != null) {
                forget(podsByMaker, pod.owner(), uid);
                touchMaker(pod.owner());
            }
        } else {
            OwnedRevision revision = revisions.remove(uid);
            if (revision != null) {
                forget(revisionsByOwner, revision.owner(), uid);
                touch(revision.owner());
            }
        }
    }

    /// The workload as it is known now; empty when it is gone meanwhile.
    synchronized Optional<Workload> workload(WorkloadKey key) {
        String uid = uids.get(key);
        WorkloadMapping.Body body = uid == null ? null : bodies.get(uid);
        if (uid == null || body == null) {
            return Optional.empty();
        }
        Collection<OwnedRevision> own = revisionsByOwner.getOrDefault(uid, Map.of()).values();
        List<Pod> mine = new ArrayList<>(podsByMaker.getOrDefault(uid, Map.of()).values());
        own.forEach(r -> mine.addAll(podsByMaker.getOrDefault(r.revision().uid(), Map.of()).values()));
        return Optional.of(WorkloadMapping.assemble(body, own, mine));
    }

    private void putBody(WorkloadMapping.Body body) {
        String uid = body.workload().uid();
        String before = uids.put(body.workload().key(), uid);
        if (before != null && !before.equals(uid)) {
            bodies.remove(before);
        }
        bodies.put(uid, body);
        touched.changed(body.workload().key());
    }

    private void putRevision(OwnedRevision revision) {
        String uid = revision.revision().uid();
        revisions.put(uid, revision);
        revisionsByOwner.computeIfAbsent(revision.owner(), o -> new LinkedHashMap<>()).put(uid, revision);
        touch(revision.owner());
    }

    private void putPod(OwnedPod pod) {
        String uid = pod.pod().uid();
        OwnedPod before = pods.put(uid, pod);
        if (before != null && !before.owner().equals(pod.owner())) {
            forget(podsByMaker, before.owner(), uid);
        }
        podsByMaker.computeIfAbsent(pod.owner(), o -> new LinkedHashMap<>()).put(uid, pod.pod());
        if (before == null || !before.equals(pod)) {
            touchMaker(pod.owner());
        }
    }

    /// A pod's maker is a ReplicaSet, whose owner is the workload, or the workload itself.
    private void touchMaker(String maker) {
        OwnedRevision replicaSet = revisions.get(maker);
        touch(replicaSet == null ? maker : replicaSet.owner());
    }

    private void touch(String uid) {
        WorkloadMapping.@Nullable Body body = bodies.get(uid);
        if (body != null) {
            touched.changed(body.workload().key());
        }
    }

    private static <T> void forget(Map<String, Map<String, T>> index, String owner, String uid) {
        Map<String, T> all = index.get(owner);
        if (all != null) {
            all.remove(uid);
            if (all.isEmpty()) {
                index.remove(owner);
            }
        }
    }
}
