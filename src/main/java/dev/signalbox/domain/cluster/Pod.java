package dev.signalbox.domain.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pod, trimmed to what is shown.
///
/// @param hash the template hash it was made from: tells new pods from old ones
/// @param phase Kubernetes' phase (Pending, Running, Succeeded, Failed, Unknown)
/// @param served whether it is ready or has been: tells one that is lost from one that comes up
/// @param restarts of all its containers together
/// @param trouble what keeps it from working, if something does
public record Pod(
        String name,
        String uid,
        String hash,
        String phase,
        boolean ready,
        boolean served,
        boolean terminating,
        int restarts,
        @Nullable Trouble trouble,
        @Nullable Instant createdAt,
        @Nullable String node) {}
