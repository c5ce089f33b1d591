package dev.signalbox.practice.cluster.objects;

/// Whether a write stays: a dry run goes through every rule and leaves nothing behind.
public enum Commit {
    STORE, DRY_RUN
}
