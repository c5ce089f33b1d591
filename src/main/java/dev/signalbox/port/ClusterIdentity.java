package dev.signalbox.port;

import dev.signalbox.domain.cluster.ClusterFingerprint;

/// Which cluster this really is.
public interface ClusterIdentity {

    /// As it is now. What this account may not read stays empty.
    ClusterFingerprint read() throws RemoteFailure;
}
