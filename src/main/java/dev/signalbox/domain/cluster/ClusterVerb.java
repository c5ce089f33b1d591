package dev.signalbox.domain.cluster;

/// What an operator may want to do in a namespace, as far as permissions tell it apart.
public enum ClusterVerb {
    PATCH_WORKLOAD,
    SCALE_WORKLOAD,
    TAKE_LOCK,
    WRITE_EVENT,
    READ_LOGS
}
