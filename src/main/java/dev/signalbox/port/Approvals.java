package dev.signalbox.port;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunId;
import java.util.List;

/// What waits for people, and what they decided.
public interface Approvals {

    /// Environments that the run waits for; empty when it waits for none.
    List<PendingApproval> pending(RunId run) throws RemoteFailure;

    /// Decisions taken on the run so far.
    List<Review> reviews(RunId run) throws RemoteFailure;
}
