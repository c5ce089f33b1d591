package dev.signalbox.bench;

/// How long measuring may take: thoroughly for the figures that are published, or quickly for every push.
///
/// A quick run measures the same work under the same limits, only fewer times.
enum Effort {
    FULL,
    QUICK;

    /// How often to measure.
    int of(int full, int quick) {
        return this == FULL ? full : quick;
    }
}
