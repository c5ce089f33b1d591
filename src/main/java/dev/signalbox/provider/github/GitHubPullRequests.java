package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.GitHubWords.exact;
import static dev.signalbox.provider.github.GitHubWords.line;
import static dev.signalbox.provider.github.GitHubWords.lower;
import static dev.signalbox.provider.github.GitHubWords.page;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.port.ChangeRequests;
import dev.signalbox.port.RemoteFailure;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Pull requests at GitHub.
final class GitHubPullRequests implements ChangeRequests {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");

    private final GitHubClient client;

    GitHubPullRequests(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<ChangeRequest> of(Run run) throws RemoteFailure {
        if (!COMMIT.matcher(run.headSha()).matches()) {
            return List.of();
        }
        List<PullRequestJson> there = client.pullRequests(run.id().repository(), run.headSha());
        return GitHubMapping.rows(there, GitHubPullRequests::request).stream()
                .sorted(Comparator.comparing(ChangeRequest::number).reversed())
                .toList();
    }

    static @Nullable ChangeRequest request(PullRequestJson request) {
        if (request.number() == null) {
            return null;
        }
        return new ChangeRequest(
                request.number(), line(request.title()), exact(request.author()), state(request), request.mergedAt(),
                page(request.htmlUrl()));
    }

    /// What was merged is called closed too.
    private static ChangeRequest.State state(PullRequestJson request) {
        if (request.mergedAt() != null) {
            return ChangeRequest.State.MERGED;
        }
        return switch (lower(request.state())) {
            case "open" -> ChangeRequest.State.OPEN;
            case "closed" -> ChangeRequest.State.CLOSED;
            default -> ChangeRequest.State.UNKNOWN;
        };
    }
}
