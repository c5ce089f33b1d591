/// The cluster's world: workloads, their revisions and pods, and the rules that say how a rollout stands.
@NullMarked
package dev.signalbox.domain.cluster;

import org.jspecify.annotations.NullMarked;
