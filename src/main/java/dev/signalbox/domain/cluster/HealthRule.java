package dev.signalbox.domain.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells how a workload is. Looks at the newest revision's pods and not at the condition `Available`, which stays true
/// through a failed rollout because old pods go on serving.
public final class HealthRule {

    /// A pod of a set that is in trouble and was made later than this after the last change stands for one that was lost.
    private static final Duration ROLLING = Duration.ofHours(1);

    private HealthRule() {}

    /// Health and the sentence that explains it.
    public record Verdict(Health health, String words) {}

    /// How the workload is now.
    public static Verdict of(Workload workload) {
        return of(workload, RolloutRule.of(workload));
    }

    /// How the workload is, when its rollout was judged already.
    public static Verdict of(Workload workload, Rollout rollout) {
        Replicas count = workload.replicas();
        if (workload.observed() == 0 && count.total() == 0 && workload.conditions().isEmpty()) {
            return new Verdict(Health.UNKNOWN, "The cluster has not reported a status yet");
        }
        if (count.desired() == 0 && count.total() == 0 && rollout.phase() != Rollout.Phase.OBSERVING) {
            return new Verdict(Health.IDLE, "Scaled to zero");
        }
        return switch (rollout.phase()) {
            case OBSERVING -> new Verdict(Health.MOVING, rollout.words());
            case PROGRESSING -> new Verdict(
                    wasComplete(workload) ? shortOf(count) : Health.MOVING, rollout.words());
            case FAILED -> new Verdict(
                    wasComplete(workload) ? shortOf(count) : Health.FAILED, rollout.words());
            case PAUSED, DONE -> settled(count, rollout);
        };
    }

    /// Whether this very revision had been rolled out before: then missing pods are losses, not a rollout.
    private static boolean wasComplete(Workload workload) {
        return switch (workload.key().kind()) {
            case DEPLOYMENT -> wasCompleteByCondition(workload);
            case STATEFUL_SET, DAEMON_SET -> hasLostPods(workload);
        };
    }

    private static boolean wasCompleteByCondition(Workload workload) {
        Replicas count = workload.replicas();
        return count.updated() >= count.desired()
                && count.total() <= count.updated()
                && workload.condition("Progressing")
                        .filter(c -> c.reason().equals("NewReplicaSetAvailable"))
                        .isPresent();
    }

    /// Sets have no condition that tells, so their pods must: all there, all of the newest revision, and who is missing
    /// does not come up for the first time. Where pods may not be read, nothing is called a loss. A pod that goes away
    /// is missing too; the set does not count it as updated any more.
    private static boolean hasLostPods(Workload workload) {
        List<Pod> pods = workload.pods();
        return pods.size() >= workload.replicas().desired()
                && workload.currentRevision()
                        .filter(now -> pods.stream().allMatch(pod -> pod.hash().equals(now.hash())))
                        .isPresent()
                && pods.stream().anyMatch(pod -> !pod.ready() || pod.terminating())
                && pods.stream().noneMatch(pod -> isComingUp(pod, workload));
    }

    private static boolean isComingUp(Pod pod, Workload workload) {
        if (pod.served() || pod.terminating()) {
            return false;
        }
        // Sets grow long after their last change, by hand, by an autoscaler or with a node that joins.
        if (pod.trouble() == null) {
            return true;
        }
        LastChange change = workload.lastChange();
        Instant begun = change == null || change.at() == null ? workload.createdAt() : change.at();
        Instant made = pod.createdAt();
        return begun == null || made == null || !made.isAfter(begun.plus(ROLLING));
    }

    private static Verdict settled(Replicas count, Rollout rollout) {
        int serving = Math.max(count.available(), count.ready());
        if (serving >= count.desired()) {
            boolean held = rollout.phase() == Rollout.Phase.PAUSED && count.updated() < count.desired();
            return new Verdict(held ? Health.MOVING : Health.HEALTHY, rollout.words());
        }
        return new Verdict(shortOf(count), rollout.words());
    }

    private static Health shortOf(Replicas count) {
        return Math.max(count.available(), count.ready()) > 0 ? Health.DEGRADED : Health.FAILED;
    }
}
