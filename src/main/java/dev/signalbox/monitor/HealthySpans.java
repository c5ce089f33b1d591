package dev.signalbox.monitor;

import dev.signalbox.domain.cluster.Condition;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Since when each workload of a cluster is healthy without a break. A break is a sighting that is not healthy, a
/// container that started again, another revision, and any time in which nothing could be seen.
final class HealthySpans {

    private final Map<WorkloadKey, Span> open = new HashMap<>();
    private final Map<WorkloadKey, Instant> doubted = new HashMap<>();
    private boolean blind;

    /// @param pods those of the revision when it was last seen: they tell a crash that was over before the next look
    private record Span(GoodRevision good, List<Pod> pods) {

        boolean goesOnIn(Workload workload, Revision revision, List<Pod> now) {
            return good.workloadUid().equals(workload.uid())
                    && good.hash().equals(revision.hash())
                    && now.stream().allMatch(pod -> pod.restarts() <= restartsOf(pod.uid()));
        }

        private int restartsOf(String uid) {
            return pods.stream().filter(pod -> pod.uid().equals(uid)).mapToInt(Pod::restarts).findFirst().orElse(0);
        }
    }

    /// @return the span that the workload is in; empty when it is in none
    Optional<GoodRevision> seen(Workload workload, Instant at) {
        WorkloadKey key = workload.key();
        Revision revision = workload.currentRevision().orElse(null);
        if (revision == null || !isHealthy(workload)) {
            open.remove(key);
            doubted.put(key, at);
            return Optional.empty();
        }
        List<Pod> pods = RolloutRule.newPods(workload);
        Span before = open.get(key);
        GoodRevision good = before != null && !blind && before.goesOnIn(workload, revision, pods)
                ? before.good().still(at)
                : new GoodRevision(
                        key, workload.uid(), revision.hash(), revision.version(), since(workload, pods, at), at);
        open.put(key, new Span(good, pods));
        return Optional.of(good);
    }

    void gone(WorkloadKey workload) {
        open.remove(workload);
        doubted.remove(workload);
    }

    /// Nothing has changed but for what was seen: silence is health as well.
    ///
    /// @return every open span
    List<GoodRevision> live(Instant at) {
        boolean begun = blind;
        blind = false;
        open.replaceAll((key, span) -> new Span(begun ? span.good().anew(at) : span.good().still(at), span.pods()));
        return open.values().stream().map(Span::good).toList();
    }

    /// Until the next [#live] nothing goes on, and what is healthy then begins anew.
    void blind(Instant at) {
        blind = true;
        open.keySet().forEach(key -> doubted.put(key, at));
    }

    private static boolean isHealthy(Workload workload) {
        Rollout rollout = RolloutRule.of(workload);
        return rollout.phase() == Rollout.Phase.DONE
                && HealthRule.of(workload, rollout).health() == Health.HEALTHY;
    }

    private Instant since(Workload workload, List<Pod> pods, Instant at) {
        Instant doubt = doubted.getOrDefault(workload.key(), Instant.MIN);
        boolean whole = pods.size() >= workload.replicas().desired();
        return blind || !whole
                ? at
                : completedAt(workload)
                        .filter(completed -> completed.isAfter(doubt))
                        .flatMap(completed -> runningSince(completed, pods))
                        .filter(running -> running.isBefore(at))
                        .orElse(at);
    }

    /// The rollout's completion as the server tells it, when it does. It says nothing about what came after.
    private static Optional<Instant> completedAt(Workload workload) {
        return workload.condition("Progressing")
                .filter(c -> c.reason().equals("NewReplicaSetAvailable"))
                .map(Condition::at);
    }

    /// From when on all these pods have run; empty when one of them restarted. One that was made after the rollout may
    /// stand for one that crashed.
    private static Optional<Instant> runningSince(Instant completed, List<Pod> pods) {
        Instant since = completed;
        for (Pod pod : pods) {
            Instant made = pod.createdAt();
            if (pod.restarts() > 0 || made == null) {
                return Optional.empty();
            }
            since = made.isAfter(since) ? made : since;
        }
        return Optional.of(since);
    }
}
