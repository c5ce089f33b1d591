package dev.signalbox.port;

import dev.signalbox.domain.setup.DeviceCode;
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
}
