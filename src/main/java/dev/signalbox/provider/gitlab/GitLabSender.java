package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Sender;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.ApiWrite;
import dev.signalbox.provider.http.HttpDoor;
import java.util.Map;

/// Sends planned requests to GitLab, once each. Every good answer is JSON: the pipeline, job or approval.
final class GitLabSender implements Sender {

    private final HttpDoor door;
    private final GitLabServer server;
    private final ConnectionId connection;

    GitLabSender(HttpDoor door, GitLabServer server, ConnectionId connection) {
        this.door = door;
        this.server = server;
        this.connection = connection;
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        if (!request.connection().equals(connection)
                || !request.uri().toString().startsWith(server.base() + "/")) {
            return new SendOutcome.NotApplied(
                    new RemoteProblem.Rejected("The request is not for this connection and was not sent", 0));
        }
        Map<String, String> headers =
                request.contentType().isEmpty() ? Map.of() : Map.of("Content-Type", request.contentType());
        return door.send(new ApiWrite(
                request.method(), ApiUrl.given(request.uri()), headers, request.body(), ApiWrite.Expected.JSON));
    }
}
