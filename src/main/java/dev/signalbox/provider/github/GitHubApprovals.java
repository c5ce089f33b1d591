package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.Approvals;
import dev.signalbox.port.RemoteFailure;
import java.util.List;

/// Pending deployments and reviews at GitHub.
final class GitHubApprovals implements Approvals {

    private final GitHubClient client;

    GitHubApprovals(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<PendingApproval> pending(RunId run) throws RemoteFailure {
        return GitHubMapping.rows(client.pending(run), pending -> GitHubApprovalMapping.pending(pending, run));
    }

    @Override
    public List<Review> reviews(RunId run) throws RemoteFailure {
        return GitHubMapping.rows(client.reviews(run), GitHubApprovalMapping::review);
    }
}
