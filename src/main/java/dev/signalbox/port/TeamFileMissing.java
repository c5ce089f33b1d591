package dev.signalbox.port;

import dev.signalbox.domain.RemoteProblem;

/// The branch is there, and has no such file: the first one may just be on its way.
public final class TeamFileMissing extends RemoteFailure {

    private static final long serialVersionUID = 1L;

    /// @param sentence that, with the branch and the path
    public TeamFileMissing(String sentence) {
        super(new RemoteProblem.NotFound(sentence));
    }
}
