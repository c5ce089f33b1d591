package dev.signalbox.domain.plan;

import dev.signalbox.domain.RemoteProblem;

/// What became of one request that changes something. Three outcomes, not two (see docs: plans).
public sealed interface SendOutcome {

    /// The server said that it did it.
    ///
    /// @param body the answer's body, possibly empty; data, not for display
    record Applied(int status, String body) implements SendOutcome {}

    /// Certainly not done: never sent, or refused by the server.
    record NotApplied(RemoteProblem problem) implements SendOutcome {}

    /// Sent, but no answer that tells. Settled by reading, never by sending again.
    record Unknown(RemoteProblem problem) implements SendOutcome {}
}
