package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem.Sent;
import org.jspecify.annotations.Nullable;

/// No answer. Never leaves this package: it becomes a problem in one place.
final class WireFailure extends Exception {

    /// What ended the attempt.
    enum Reason {
        /// The connection or its making failed; the cause tells.
        BROKEN,
        /// Time was up.
        DEADLINE,
        /// The thread was interrupted.
        INTERRUPTED,
        /// The door was closed.
        CLOSED
    }

    final Reason reason;
    final Sent sent;

    WireFailure(Reason reason, Sent sent, @Nullable Throwable cause) {
        super(reason + ", sent: " + sent, cause);
        this.reason = reason;
        this.sent = sent;
    }
}
