package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ChangeProposal;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.ChangeProposals;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.shell.ShellText;
import java.util.Comparator;
import java.util.Optional;

/// Opens and closes pull requests: <https://docs.github.com/en/rest/pulls/pulls>.
final class GitHubPullProposals implements ChangeProposals {

    private final GitHubClient client;
    private final ConnectionId connection;

    GitHubPullProposals(GitHubClient client, ConnectionId connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public Optional<ChangeRequest> of(RepositoryId repository, String branch) throws RemoteFailure {
        return GitHubMapping.rows(client.pullRequestsFrom(repository, branch), GitHubPullRequests::request).stream()
                .max(Comparator.comparing(ChangeRequest::number));
    }

    @Override
    public PlannedRequest open(ChangeProposal proposal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode()
                .put("title", proposal.title())
                .put("head", proposal.branch())
                .put("base", proposal.into());
        if (!proposal.description().isBlank()) {
            body.put("body", proposal.description());
        }
        return planned("POST", client.below(proposal.repository(), "pulls"), body);
    }

    @Override
    public PlannedRequest close(RepositoryId repository, long number) {
        return planned(
                "PATCH", client.below(repository, "pulls", String.valueOf(number)),
                JsonNodeFactory.instance.objectNode().put("state", "closed"));
    }

    private PlannedRequest planned(String method, ApiUrl url, ObjectNode json) {
        if (url.refusal().isPresent()) {
            throw new IllegalArgumentException(url.refusal().get());
        }
        String body = ShellText.visible(json.toString());
        return new PlannedRequest(
                connection, method, url.uri(), "application/json", body,
                GitHubCurl.command(method, url.uri(), "application/json", body));
    }
}
