package dev.signalbox.port;

import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.SignInAnswer;

/// Signing in at a CI provider in any browser, by a code (device flow, RFC 8628). No secret of the application is needed.
public interface SignIn {

    /// Begins. The application must be registered at that server, with this flow switched on.
    ///
    /// @param clientId the application's id
    /// @throws RemoteFailure when the server cannot be asked, or refuses; its words say what to do
    DeviceCode begin(String clientId) throws RemoteFailure;

    /// Asks once how it stands. Whoever calls waits between two questions, as long as the code says
    /// that came with the last answer.
    ///
    /// @throws RemoteFailure when the server cannot be asked; asking again later is right
    SignInAnswer poll(DeviceCode begun) throws RemoteFailure;

    /// Asks for the next pair, once. When it comes, nothing of the old pair is good any more: whoever asked keeps the new
    /// one before anything else. It may be lost on its way; then a person has to sign in again.
    ///
    /// @throws RemoteFailure with [dev.signalbox.domain.RemoteProblem.SignInEnded] when the server refuses for good; with
    ///     anything else the old pair may still be good, and asking again later is right
    Grant renew(Grant old) throws RemoteFailure;
}
