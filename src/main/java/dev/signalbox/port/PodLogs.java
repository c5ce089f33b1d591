package dev.signalbox.port;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Logs of pods, followed while they are written.
public interface PodLogs {

    /// Begins a little before the present end of the log and goes on until the handle is closed, which stops it and waits
    /// for its threads. A connection that breaks is made anew; no line is told twice or left out for that.
    ///
    /// @param pod one pod with all its containers; empty for all pods of the workload, also those that come later
    /// @param previous the log before the last restart: it is read to its end
    /// @see ClusterVerb#READ_LOGS
    AutoCloseable follow(WorkloadKey workload, String pod, boolean previous, Listener listener);

    /// Hears what is read. One call at a time for each handle, from its threads.
    interface Listener {

        /// Some whole lines in the order of their time, each with its line feed: the time, a blank, which container wrote
        /// it (`pod/container` when pods share the log; behind one that is none of the main ones stands ` (init)`,
        /// ` (sidecar)` or ` (ephemeral)`), ` │ `, and the line as sent. A line in parentheses is ours. May be empty, which
        /// says that the log is open.
        void lines(byte[] lines, Instant at);

        /// It cannot be read now, or not from all pods; it is tried again at `retryAt`.
        void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt);
    }
}
