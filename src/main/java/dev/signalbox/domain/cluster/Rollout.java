package dev.signalbox.domain.cluster;

import java.util.List;

/// How the change that a workload is going through stands.
///
/// @param done pods that already run the newest template and are available
/// @param total pods that should do so in the end
/// @param words the same as a sentence, with what it waits for or why it failed
/// @param troubles of the newest template's pods, and of making them; the worst first
public record Rollout(Phase phase, int done, int total, String words, List<Trouble> troubles) {

    /// Where a rollout stands.
    public enum Phase {
        /// The controller has not acted on the newest spec yet.
        OBSERVING,
        PROGRESSING,
        /// Held: by the operator, or because pods are only updated when somebody deletes them.
        PAUSED,
        DONE,
        /// Waiting will not help.
        FAILED
    }

    /// Whether pods are still being changed.
    public boolean isMoving() {
        return phase == Phase.OBSERVING || phase == Phase.PROGRESSING;
    }
}
