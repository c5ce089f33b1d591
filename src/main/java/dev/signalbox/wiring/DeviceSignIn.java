package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import dev.signalbox.ui.welcome.SetupDesk;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Waits until somebody has typed the code: asks as often as the server wants, until the code is of no use any more. A
/// question that does not reach the server is asked again.
record DeviceSignIn(SignIn server, InstantSource clock, Pause pause) {

    /// @param begun told the code
    /// @throws RemoteFailure when the server does not even begin
    /// @throws SetupDesk.Trouble when it came to nothing
    SignInAnswer.Granted run(String clientId, Consumer<DeviceCode> begun)
            throws RemoteFailure, SetupDesk.Trouble, InterruptedException {
        DeviceCode code = server.begin(clientId);
        begun.accept(code);
        while (true) {
            pause.lasting(code.interval());
            if (!clock.instant().isBefore(code.expiresAt())) {
                throw new SetupDesk.Trouble("The code was not typed in time. Get a new one.");
            }
            switch (poll(code)) {
                case SignInAnswer.Waiting(DeviceCode next) -> code = next;
                case SignInAnswer.Granted granted -> {
                    return granted;
                }
                case SignInAnswer.Refused(var why, String sentence) -> throw new SetupDesk.Trouble(sentence);
            }
        }
    }

    private SignInAnswer poll(DeviceCode code) throws InterruptedException {
        try {
            return server.poll(code);
        } catch (RemoteFailure away) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Nobody waits any more");
            }
            return new SignInAnswer.Waiting(code);
        }
    }
}
