package dev.signalbox.domain.cluster;

import dev.signalbox.domain.cluster.Rollout.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Tells how a rollout stands, by the rule of `kubectl rollout status` (kubernetes 1.36, `polymorphichelpers/rollout_status.go`)
/// with two additions: a reason that waiting cannot cure fails a rollout at once, where kubectl waits for the progress
/// deadline (ten minutes by default), and only pods of the newest template are looked at, since old ones keep a
/// workload "available" while its new version never comes up.
public final class RolloutRule {

    private RolloutRule() {}

    /// How the newest spec's rollout stands.
    public static Rollout of(Workload workload) {
        Replicas count = workload.replicas();
        List<Trouble> troubles = troublesOf(workload);
        int done = Math.max(0, Math.min(count.desired(), Math.min(count.updated(), count.available())));
        return new Sight(workload, count, troubles, done).judge();
    }

    /// Pods made from the template as it is now, those that are going away left out.
    public static List<Pod> newPods(Workload workload) {
        Stream<Pod> staying = workload.pods().stream().filter(pod -> !pod.terminating());
        return workload.currentRevision()
                .map(now -> staying.filter(pod -> pod.hash().equals(now.hash())).toList())
                .orElseGet(() -> workload.revisions().isEmpty()
                        ? workload.pods().stream().filter(pod -> !pod.terminating()).toList()
                        : List.of());
    }

    private static List<Trouble> troublesOf(Workload workload) {
        if (isUntroubled(workload)) {
            // Nearly always: a large board judges some ten thousand workloads a second, and streams cost most of that.
            return List.of();
        }
        Stream<Trouble> making = workload.condition("ReplicaFailure")
                .filter(c -> c.status().equals("True"))
                .map(c -> new Trouble(c.reason(), c.message(), c.reason().equals("FailedCreate")))
                .stream();
        Stream<Trouble> running = newPods(workload).stream().map(Pod::trouble).flatMap(Stream::ofNullable);
        return Stream.concat(making, running)
                .distinct()
                .sorted(Comparator.comparing(Trouble::fatal).reversed())
                .limit(5)
                .toList();
    }

    private static boolean isUntroubled(Workload workload) {
        for (Pod pod : workload.pods()) {
            if (pod.trouble() != null) {
                return false;
            }
        }
        return workload.condition("ReplicaFailure").isEmpty();
    }

    private record Sight(Workload workload, Replicas count, List<Trouble> troubles, int done) {

        Rollout judge() {
            if (workload.generation() > workload.observed()) {
                return at(Phase.OBSERVING, "Waiting for the cluster to act on the new spec");
            }
            return switch (workload.key().kind()) {
                case DEPLOYMENT -> deployment();
                case STATEFUL_SET -> statefulSet();
                case DAEMON_SET -> daemonSet();
            };
        }

        private Rollout deployment() {
            if (workload.condition("Progressing")
                    .filter(c -> c.reason().equals("ProgressDeadlineExceeded"))
                    .isPresent()) {
                return failed("No progress within the deadline");
            }
            if (count.updated() < count.desired()) {
                return waiting(count.updated() + " of " + pods(count.desired()) + " updated");
            }
            if (count.total() > count.updated()) {
                return waiting("Waiting for " + pods(count.total() - count.updated()) + " of the old version to stop");
            }
            return untilAvailable(count.available(), count.updated());
        }

        private Rollout statefulSet() {
            if (workload.onDelete()) {
                return onDelete();
            }
            int wanted = Math.max(0, count.desired() - workload.partition());
            if (count.updated() < wanted) {
                return waiting(count.updated() + " of " + pods(wanted) + " updated");
            }
            if (count.ready() < count.desired()) {
                return waiting(count.ready() + " of " + pods(count.desired()) + " ready");
            }
            if (workload.partition() > 0) {
                return at(Phase.DONE, "Rolled out to " + pods(wanted) + ", held for the others by its partition");
            }
            return finished();
        }

        private Rollout daemonSet() {
            if (workload.onDelete()) {
                return onDelete();
            }
            if (count.updated() < count.desired()) {
                return waiting(count.updated() + " of " + pods(count.desired()) + " updated");
            }
            return untilAvailable(count.available(), count.desired());
        }

        private Rollout onDelete() {
            if (count.updated() < count.desired()) {
                return at(Phase.PAUSED, count.updated() + " of " + pods(count.desired())
                        + " updated; the others change when they are deleted");
            }
            return untilAvailable(count.ready(), count.desired());
        }

        private Rollout untilAvailable(int available, int wanted) {
            if (available < wanted) {
                return waiting(available + " of " + pods(wanted) + " available");
            }
            return finished();
        }

        private Rollout finished() {
            if (workload.paused()) {
                return at(Phase.PAUSED, "Paused; " + done + " of " + pods(count.desired()) + " available");
            }
            return at(Phase.DONE, count.desired() == 0 ? "Scaled to zero" : "Rolled out, " + pods(done) + " available");
        }

        private Rollout waiting(String words) {
            if (troubles.stream().anyMatch(Trouble::fatal)) {
                return failed(words);
            }
            if (workload.paused()) {
                return at(Phase.PAUSED, "Paused; " + words);
            }
            return at(Phase.PROGRESSING, words + because());
        }

        private Rollout failed(String words) {
            return at(Phase.FAILED, words + because());
        }

        private String because() {
            if (troubles.isEmpty()) {
                return "";
            }
            Trouble worst = troubles.getFirst();
            return ": " + worst.reason() + (worst.detail().isEmpty() ? "" : ", " + worst.detail());
        }

        private Rollout at(Phase phase, String words) {
            return new Rollout(phase, done, count.desired(), words, troubles);
        }

        private static String pods(int number) {
            return number == 1 ? "1 pod" : number + " pods";
        }
    }
}
