package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.line;
import static dev.signalbox.provider.gitlab.GitLabWords.page;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.port.ChangeRequests;
import dev.signalbox.port.RemoteFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Merge requests at GitLab. A pipeline for one names it in its ref, and its commit may be one that exists for the pipeline
/// only: <https://docs.gitlab.com/ci/pipelines/merged_results_pipelines/>.
final class GitLabMergeRequests implements ChangeRequests {

    private static final Pattern REF = Pattern.compile("refs/merge-requests/(\\d{1,18})/(?:head|merge|train)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");

    private final GitLabDeliveryClient client;

    GitLabMergeRequests(GitLabDeliveryClient client) {
        this.client = client;
    }

    @Override
    public List<ChangeRequest> of(Run run) throws RemoteFailure {
        return GitLabMapping.rows(read(run), GitLabMergeRequests::request).stream()
                .sorted(Comparator.comparing(ChangeRequest::number).reversed())
                .toList();
    }

    private List<MergeRequestJson> read(Run run) throws RemoteFailure {
        RepositoryId repository = run.id().repository();
        Matcher ref = REF.matcher(Objects.requireNonNullElse(run.branch(), ""));
        if (ref.matches()) {
            return List.of(client.mergeRequest(repository, Long.parseLong(ref.group(1))));
        }
        return COMMIT.matcher(run.headSha()).matches()
                ? client.mergeRequests(repository, run.headSha())
                : List.of();
    }

    static @Nullable ChangeRequest request(MergeRequestJson request) {
        if (request.iid() == null) {
            return null;
        }
        return new ChangeRequest(
                request.iid(), line(request.title()), exact(request.author()), state(request.state()),
                request.mergedAt(), page(request.webUrl()));
    }

    private static ChangeRequest.State state(@Nullable String word) {
        return switch (Objects.requireNonNullElse(word, "")) {
            case "opened", "locked" -> ChangeRequest.State.OPEN;
            case "merged" -> ChangeRequest.State.MERGED;
            case "closed" -> ChangeRequest.State.CLOSED;
            default -> ChangeRequest.State.UNKNOWN;
        };
    }
}
