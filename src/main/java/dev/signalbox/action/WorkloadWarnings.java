package dev.signalbox.action;

import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an operator should know before changing a workload. Pure.
final class WorkloadWarnings {

    /// The field manager that our own changes are recorded under.
    static final String OURS = "signalbox";

    private static final Duration RECENTLY = Duration.ofMinutes(30);
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private WorkloadWarnings() {}

    /// The worst first.
    ///
    /// @param caution what is to be said of its cluster; may be empty
    static List<String> of(Workload workload, String caution, Instant now) {
        List<String> warnings = new ArrayList<>();
        owner(workload, warnings);
        Rollout rollout = RolloutRule.of(workload);
        if (rollout.isMoving()) {
            warnings.add("A rollout is under way: " + Words.name(rollout.words()) + ".");
        }
        LastChange last = workload.lastChange();
        if (last != null && !last.manager().equals(OURS) && last.at() != null
                && last.at().isAfter(now.minus(RECENTLY))) {
            warnings.add("Somebody is at work here: changed" + Words.by(last) + ".");
        }
        if (!caution.isEmpty()) {
            warnings.add(caution);
        }
        return List.copyOf(warnings);
    }

    /// Additional ones for a change of the pod template.
    static List<String> ofTemplateChange(Workload workload) {
        List<String> warnings = new ArrayList<>();
        if (workload.onDelete()) {
            warnings.add("Its update strategy is OnDelete: pods keep the old template until somebody deletes them.");
        } else if (workload.partition() > 0) {
            warnings.add(
                    "Its partition is " + workload.partition() + ": pods below that number keep the old template.");
        }
        if (workload.annotations().containsKey(LAST_APPLIED)) {
            warnings.add(
                    "It is also changed by kubectl apply: the next apply merges with a state that this does not touch.");
        }
        return List.copyOf(warnings);
    }

    private static void owner(Workload workload, List<String> warnings) {
        String name = Words.name(workload.owner().name());
        switch (workload.owner().kind()) {
            case NOBODY -> {}
            case ARGO_CD -> warnings.add("Argo CD (application " + name
                    + ") looks after it and will put it back, within seconds"
                    + " where self-heal is on. Better not: revert the commit in its Git repository, or roll back there.");
            case FLUX -> warnings.add("Flux (" + name + ") looks after it and will put it back at its next interval."
                    + " Better not: revert the commit in its Git repository, or suspend it first.");
            case HELM ->
                    warnings.add("Helm (release " + name + ") looks after it: the next upgrade starts from what Helm"
                            + " remembers, not from this. Better: helm rollback " + name + ".");
        }
    }
}
