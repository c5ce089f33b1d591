package dev.signalbox.domain.cluster;

import dev.signalbox.domain.ConnectionId;
import java.time.Instant;

/// That a cluster is taken for the one that is meant, as the journal keeps it.
///
/// @param operator who said so after it had changed; empty for the first time that it was seen, when nobody is asked
public record ClusterTrust(ConnectionId cluster, ClusterFingerprint fingerprint, String operator, Instant at) {}
