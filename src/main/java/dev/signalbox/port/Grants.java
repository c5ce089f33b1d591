package dev.signalbox.port;

import dev.signalbox.domain.setup.Grant;

/// Where what one account was granted is kept. Never asks a person: what cannot be had without one is a failure.
public interface Grants {

    /// What is kept now.
    ///
    /// @throws RemoteFailure with [dev.signalbox.domain.RemoteProblem.NoCredential] when it cannot be had, or is of
    ///     another kind by now; the detail says why
    Grant kept() throws RemoteFailure;

    /// Keeps the next one in place of the one before. When this returns it is on the disk.
    ///
    /// @return whether it did: not where something else has been kept meanwhile, or nothing any more
    /// @throws RemoteFailure when it cannot be kept; the one before is kept still
    boolean replace(Grant before, Grant next) throws RemoteFailure;

    /// Tells the console what must appear nowhere. Called before anything else is done with it.
    void learn(Grant fresh);
}
