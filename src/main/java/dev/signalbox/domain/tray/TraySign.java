package dev.signalbox.domain.tray;

/// The worst of what is known, as one sign.
public enum TraySign {
    /// Nothing that is shown is current: nothing is connected, or nothing answers.
    STALE,
    /// Something fails.
    FAILING,
    /// Something is on its way, and nothing fails.
    MOVING,
    /// A decision waits for the person at the screen, and nothing fails or moves.
    WAITING,
    /// Something runs that was not deployed, and nothing above holds.
    DRIFTED,
    /// Everything that is known is well.
    WELL
}
