package dev.signalbox.provider.github;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.Sender;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.ApiWrite;
import dev.signalbox.provider.http.HttpDoor;
import java.util.Map;

/// Sends planned requests to GitHub, once each.
final class GitHubSender implements Sender {

    private static final String DETAILS = "return_run_details";

    private final HttpDoor door;
    private final GitHubServer server;
    private final ConnectionId connection;

    GitHubSender(HttpDoor door, GitHubServer server, ConnectionId connection) {
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
        SendOutcome outcome = door.send(write(request));
        learnFrom(request, outcome);
        return outcome;
    }

    private static ApiWrite write(PlannedRequest request) {
        Map<String, String> headers =
                request.contentType().isEmpty() ? Map.of() : Map.of("Content-Type", request.contentType());
        // A review is answered by the deployments that it let go, a pull request by itself; the others by nothing, `{}` or
        // the new run.
        String path = request.uri().getPath();
        ApiWrite.Expected answer = path.endsWith("/pending_deployments") || path.endsWith("/pulls")
                ? ApiWrite.Expected.JSON
                : ApiWrite.Expected.ANYTHING;
        return new ApiWrite(request.method(), ApiUrl.given(request.uri()), headers, request.body(), answer);
    }

    /// An old server may refuse the field that asks for the run's number. Nothing was done then, and the next plan goes
    /// without it.
    private void learnFrom(PlannedRequest request, SendOutcome outcome) {
        if (outcome instanceof SendOutcome.NotApplied(RemoteProblem.Rejected problem)
                && request.body().contains(DETAILS)
                && problem.detail().contains(DETAILS)) {
            server.refusedRunDetails();
        }
    }
}
