package dev.signalbox.port;

import dev.signalbox.domain.RemoteProblem;

/// A remote system could not be read; carries the problem as a value. Thrown by every reading port.
public sealed class RemoteFailure extends Exception permits TeamFileMissing {

    private static final long serialVersionUID = 1L;

    private final transient RemoteProblem problem;

    /// @param problem what went wrong, already sanitised
    public RemoteFailure(RemoteProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /// What went wrong.
    public RemoteProblem problem() {
        return problem;
    }
}
