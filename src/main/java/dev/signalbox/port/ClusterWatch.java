package dev.signalbox.port;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches a cluster's workloads, with their revisions and pods.
public interface ClusterWatch {

    /// Starts watching these namespaces; closing the handle stops it and waits for its threads.
    AutoCloseable start(List<String> namespaces, Listener listener);

    /// Hears what the watch sees. Called from the watch's threads, one call at a time per cluster.
    interface Listener {

        /// The workload is new or has changed; bursts about one workload come as one call.
        void seen(Workload workload, Instant at);

        /// The workload is gone, confirmed (not merely missing from a first list after a reconnect).
        void gone(WorkloadKey workload, Instant at);

        /// Everything is current as of `at`.
        void live(Instant at);

        /// The watch does not answer; it tries again at `retryAt`, or not by itself when that is absent.
        void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt);
    }
}
