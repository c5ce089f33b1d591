package dev.signalbox.port;

import dev.signalbox.domain.setup.TokenSheet;

/// What a token may do. Reads only: nothing is written to find out whether it could be.
public interface TokenCheck {

    /// Asks the server. Blocks for a few requests.
    TokenSheet check() throws RemoteFailure;
}
