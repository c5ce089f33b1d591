package dev.signalbox.domain.plan;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.text.Redaction;
import java.net.URI;

/// One exact request: what is shown, what is written down and what is sent are this very value. Holds no credential.
///
/// @param method POST, PATCH, PUT or DELETE; `PUSH` where a branch of a Git repository is changed
/// @param contentType of the body; empty when there is none
/// @param body empty when there is none
/// @param command the same request as text for `curl` or `kubectl`, with the credential as a shell variable
public record PlannedRequest(
        ConnectionId connection, String method, URI uri, String contentType, String body, String command) {

    private static final String LEFT_OUT = "# Secrets are left out, so that this cannot be run as it is.\n";

    /// The same without what looks like a secret.
    public PlannedRequest withoutSecrets() {
        return withoutSecrets(Redaction.SHAPES_ONLY);
    }

    /// The same to be shown, copied and written down: a workload's template may hold secrets that somebody wrote into it
    /// plainly. A command that would set something else in their place is turned into a comment.
    ///
    /// @param redaction knows the secrets that the console holds
    public PlannedRequest withoutSecrets(Redaction redaction) {
        String safe = redaction.hideWhole(body);
        URI there = without(redaction);
        boolean same = safe.equals(body) && there.equals(uri) && redaction.hideHeld(command).equals(command);
        return same
                ? this
                : new PlannedRequest(
                        connection, method, there, contentType, safe,
                        LEFT_OUT + redaction.hideWhole(command).indent(1).replaceAll("(?m)^ ", "# "));
    }

    /// The address may name a user, so that only what is known exactly is taken out of it.
    private URI without(Redaction redaction) {
        String text = uri.toString();
        String safe = redaction.hideHeld(text);
        return safe.equals(text) ? uri : URI.create(safe);
    }

    /// Without the command and the body: one may hold a secret that looks like none.
    @Override
    public String toString() {
        return "PlannedRequest[" + connection + ", " + method + ", " + uri + ", " + body.length() + " characters]";
    }
}
