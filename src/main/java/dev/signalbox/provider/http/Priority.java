package dev.signalbox.provider.http;

/// Whose turn is next at a busy host.
public enum Priority {
    /// A question about the allowance itself: asked even while it is used up.
    UNCOUNTED,
    /// A person waits for it, or an action's preconditions are read again. Jumps the queue.
    ACTION,
    /// What is on the screen.
    FOREGROUND,
    /// Everything that merely keeps the state fresh.
    BACKGROUND
}
