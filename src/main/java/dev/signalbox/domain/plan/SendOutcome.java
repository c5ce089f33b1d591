package dev.signalbox.domain.plan;

import dev.signalbox.domain.RemoteProblem;

/// What became of one write. There are three answers, not two: an unknown outcome is settled by reading, never by
/// sending again.
public sealed interface SendOutcome {

    /// The server said yes.
    ///
    /// @param status the HTTP status, 200 to 299
    /// @param body the answer's text, complete; empty when there was none
    record Applied(int status, String body) implements SendOutcome {}

    /// Certainly nothing was changed: refused, or never sent.
    record NotApplied(RemoteProblem problem) implements SendOutcome {}

    /// Sent, or perhaps sent, and no usable answer came.
    record Unknown(RemoteProblem problem) implements SendOutcome {}
}
