package dev.signalbox.practice.github.world;

/// A step as its workflow file describes it.
///
/// @param seconds how long it takes at the normal pace of practice
/// @param rollout whether it sends the release to the cluster and ends only when the rollout has ended
public record StepPlan(String name, double seconds, boolean rollout) {

    static StepPlan of(String name, double seconds) {
        return new StepPlan(name, seconds, false);
    }
}
