package dev.signalbox.domain.plan;

/// How a plan can be taken back, computed before it runs.
public sealed interface Undo {

    /// By another plan.
    ///
    /// @param words what taking back means
    record ByIntent(String words, Intent intent) implements Undo {}

    /// Not at all, and why.
    record Impossible(String reason) implements Undo {}
}
