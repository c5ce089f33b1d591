package dev.signalbox.provider.oauth;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.SignInAnswer.Why;
import dev.signalbox.domain.text.SafeText;

/// What a provider's word for a refusal means, in sentences. Words: RFC 8628, 3.5; RFC 6749, 5.2; and
/// <https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#error-codes-for-the-device-flow>.
final class DeviceErrors {

    private static final int LONGEST = 60;

    private DeviceErrors() {}

    static SignInAnswer.Refused refused(String word, String product) {
        return switch (word) {
            case "expired_token", "token_expired" -> refused(
                    Why.EXPIRED, "The code was not typed in time. Begin again for a new one.");
            case "access_denied" -> refused(
                    Why.DENIED, "The sign-in was refused at " + product + ". Begin again if that was a mistake.");
            case "device_flow_disabled", "unauthorized_client", "unsupported_grant_type" -> refused(
                    Why.NOT_ENABLED, "This application may not be signed in to with a code. Whoever registered it at "
                            + product + " can switch the device flow on; or paste a token instead.");
            case "incorrect_client_credentials", "invalid_client", "Not Found" -> refused(
                    Why.UNKNOWN_APPLICATION,
                    product + " does not know this application. Check the client id: it belongs"
                            + " to one server.");
            case "incorrect_device_code", "bad_verification_code", "invalid_grant" -> refused(
                    Why.EXPIRED, product + " no longer knows this code. Begin again for a new one.");
            case "invalid_scope" -> refused(
                    Why.NOT_ENABLED,
                    "This application may not ask for what the console needs. Whoever registered it at "
                            + product + " can allow it; or paste a token instead.");
            default -> refused(
                    Why.UNCLEAR, product + " refused the sign-in and said “" + SafeText.line(word, LONGEST)
                            + "”. Paste a token instead.");
        };
    }

    /// Why there is no next pair. The server's own words are not repeated: it was just told a secret. Words: RFC 6749, 5.2;
    /// and <https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens>.
    static RemoteProblem renewal(String word, int status, String product) {
        return switch (word) {
            case "invalid_grant", "bad_refresh_token" -> new RemoteProblem.SignInEnded(
                    product + " does not renew its token any more.");
            case "invalid_client", "incorrect_client_credentials", "unauthorized_client", "unsupported_grant_type" ->
                    new RemoteProblem.SignInEnded(product + " does not renew tokens of this application.");
            default -> new RemoteProblem.Rejected(product + " did not renew the token; it is asked again.", status);
        };
    }

    private static SignInAnswer.Refused refused(Why why, String sentence) {
        return new SignInAnswer.Refused(why, sentence);
    }
}
