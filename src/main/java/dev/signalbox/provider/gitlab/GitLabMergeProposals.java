package dev.signalbox.provider.gitlab;

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

/// Opens and closes merge requests: <https://docs.gitlab.com/api/merge_requests/>.
final class GitLabMergeProposals implements ChangeProposals {

    private final GitLabRequests requests;
    private final GitLabDeliveryClient client;
    private final ConnectionId connection;

    GitLabMergeProposals(GitLabRequests requests, GitLabDeliveryClient client, ConnectionId connection) {
        this.requests = requests;
        this.client = client;
        this.connection = connection;
    }

    @Override
    public Optional<ChangeRequest> of(RepositoryId repository, String branch) throws RemoteFailure {
        return GitLabMapping.rows(client.mergeRequestsFrom(repository, branch), GitLabMergeRequests::request).stream()
                .max(Comparator.comparing(ChangeRequest::number));
    }

    /// The branch goes with the request: nobody needs it once it was taken in.
    @Override
    public PlannedRequest open(ChangeProposal proposal) {
        ObjectNode body = GitLabBody.object()
                .put("source_branch", proposal.branch())
                .put("target_branch", proposal.into())
                .put("title", proposal.title());
        if (!proposal.description().isBlank()) {
            body.put("description", proposal.description());
        }
        body.put("remove_source_branch", true);
        return planned("POST", requests.below(proposal.repository(), "merge_requests"), body);
    }

    @Override
    public PlannedRequest close(RepositoryId repository, long number) {
        return planned(
                "PUT", requests.below(repository, "merge_requests", String.valueOf(number)),
                GitLabBody.object().put("state_event", "close"));
    }

    private PlannedRequest planned(String method, ApiUrl url, ObjectNode json) {
        if (url.refusal().isPresent()) {
            throw new IllegalArgumentException(url.refusal().get());
        }
        String body = ShellText.visible(json.toString());
        return new PlannedRequest(
                connection, method, url.uri(), "application/json", body,
                GitLabCurl.command(method, url.uri(), "application/json", body));
    }
}
