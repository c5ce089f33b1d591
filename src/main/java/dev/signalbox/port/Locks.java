package dev.signalbox.port;

import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One action at a time on a workload, across workstations. Courtesy, not safety: it expires by itself and nobody is forced to ask.
public interface Locks {

    /// Tries to take the lock of a workload.
    ///
    /// @param holder who takes it, readable by others
    Answer take(WorkloadKey workload, String holder, Duration atMost);

    /// Gives a lock back; failure to do so is harmless, it expires.
    void release(WorkloadKey workload, String holder);

    /// What came of taking.
    sealed interface Answer {

        record Taken() implements Answer {}

        /// Somebody else holds it.
        record HeldBy(String holder, @Nullable Instant since) implements Answer {}

        /// We may not or cannot lock; go on without, and say so.
        record Without(String reason) implements Answer {}
    }
}
