package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import dev.signalbox.provider.oauth.RenewedToken;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.ui.accounts.ConnectionDesk.SigningIn;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.ui.words.Problems;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Signs in once more to an account whose token is renewed. What comes of it is kept in place of what there was, and only
/// then used.
///
/// @param token used by everything that the account reads and sends
/// @param grants where it is kept
/// @param readAgain makes everything due
record SignedInAgain(
        SignIn server, RenewedToken token, VaultGrants grants, InstantSource clock, Pause pause, Runnable readAgain) {

    private static final String NOTHING_RENEWS_IT = "The server gave a token that nothing renews, so it was not kept."
            + " Remove the account and add it anew to use one.";

    /// Blocks until somebody has typed the code, or the code is of no use any more. Whoever gives up interrupts.
    ///
    /// @param told hears each step
    void run(Consumer<SigningIn> told) {
        told.accept(outcome(told));
    }

    /// Uses what is kept for the account, at once.
    void take(Grant kept) {
        token.take(kept);
        readAgain.run();
    }

    private SigningIn outcome(Consumer<SigningIn> told) {
        try {
            SignInAnswer.Granted granted = new DeviceSignIn(server, clock, pause)
                    .run(token.clientId(), code -> told.accept(new SigningIn.Typing(code)));
            Grant fresh = granted.grant();
            if (fresh == null) {
                return new SigningIn.Failed(NOTHING_RENEWS_IT);
            }
            grants.store(fresh);
            take(fresh);
            return new SigningIn.Done();
        } catch (RemoteFailure failure) {
            return new SigningIn.Failed(Problems.sentence(failure.problem(), clock.instant()));
        } catch (SetupDesk.Trouble trouble) {
            return new SigningIn.Failed(String.valueOf(trouble.getMessage()));
        } catch (VaultProblem problem) {
            return new SigningIn.Failed("The new token could not be kept, so it is not used. " + problem.sentence());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return new SigningIn.Failed("Nobody waited for it any more.");
        }
    }
}
