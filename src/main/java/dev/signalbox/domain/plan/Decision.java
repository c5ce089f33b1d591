package dev.signalbox.domain.plan;

/// What a reviewer decides.
public enum Decision {
    APPROVE,
    REJECT
}
