package dev.signalbox.port;

import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;

/// Sends a planned request, exactly once, never following redirects, never again by itself.
public interface Sender {

    /// Sends and tells what became of it. Never throws for remote reasons.
    SendOutcome send(PlannedRequest request);
}
