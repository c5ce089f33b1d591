package dev.signalbox.port;

import dev.signalbox.domain.Account;

/// Who we are at a CI provider.
public interface Accounts {

    /// The account of the credential.
    Account me() throws RemoteFailure;
}
