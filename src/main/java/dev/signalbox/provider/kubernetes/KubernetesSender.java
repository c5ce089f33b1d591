package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import java.io.IOException;
import java.net.URI;

/// Sends planned requests over the transport that never repeats.
final class KubernetesSender implements Sender {

    private final ConnectionId id;
    private final URI server;
    private final ApiClient writing;

    KubernetesSender(ConnectionId id, URI server, ApiClient writing) {
        this.id = id;
        this.server = server;
        this.writing = writing;
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        if (!request.connection().equals(id) || !request.uri().toString().startsWith(server + "/")) {
            return new SendOutcome.NotApplied(
                    new RemoteProblem.Rejected("This request is meant for another cluster; it was not sent", 0));
        }
        try {
            ApiAnswer answer = writing.exchange(
                    new ApiCall(request.method(), request.uri(), request.contentType(), request.body()));
            return outcome(request, answer);
        } catch (RemoteFailure e) {
            return outcome(e.problem());
        }
    }

    /// Without an answer, or with half of one: done only if it certainly was not.
    private static SendOutcome outcome(RemoteProblem problem) {
        boolean unsent = problem instanceof RemoteProblem.Unreachable(String ignored, Sent sent) && sent == Sent.NOTHING
                || problem instanceof RemoteProblem.Unauthorized;
        return unsent ? new SendOutcome.NotApplied(problem) : new SendOutcome.Unknown(problem);
    }

    private SendOutcome outcome(PlannedRequest request, ApiAnswer answer) {
        if (answer.isGood()) {
            return isObject(answer)
                    ? new SendOutcome.Applied(answer.status(), answer.text())
                    : new SendOutcome.Unknown(new RemoteProblem.Unreadable(
                            "The cluster said yes, but its answer cannot be understood"));
        }
        if (isFailedTest(request, answer)) {
            return new SendOutcome.NotApplied(
                    new RemoteProblem.Conflict("It has changed since it was shown; nothing was done"));
        }
        RemoteProblem problem = writing.problem(answer);
        return problem instanceof RemoteProblem.ServerFault
                ? new SendOutcome.Unknown(problem)
                : new SendOutcome.NotApplied(problem);
    }

    private static boolean isObject(ApiAnswer answer) {
        try {
            JsonNode object = Tree.object(answer.body());
            return !Tree.text(object, "metadata", "uid").isEmpty()
                    || Tree.text(object, "kind").equals("Status")
                    || Tree.text(object, "metadata", "name").length() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// A failed `test` of a JSON Patch is answered like a malformed one: 422, `Invalid`, no details (kubernetes 1.36).
    static boolean isFailedTest(PlannedRequest request, ApiAnswer answer) {
        if (answer.status() != 422 || !request.contentType().equals(ApiCall.JSON_PATCH)) {
            return false;
        }
        try {
            JsonNode status = Tree.object(answer.body());
            return Tree.text(status, "reason").equals("Invalid")
                    && Tree.at(status, "details", "causes").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
