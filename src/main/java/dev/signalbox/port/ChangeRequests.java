package dev.signalbox.port;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Run;
import java.util.List;

/// Pull requests or merge requests of a CI provider.
public interface ChangeRequests {

    /// Those that a run's commit came with or is proposed in, the newest first, at most one page.
    List<ChangeRequest> of(Run run) throws RemoteFailure;
}
