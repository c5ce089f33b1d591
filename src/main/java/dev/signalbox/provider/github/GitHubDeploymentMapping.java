package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.GitHubWords.exact;
import static dev.signalbox.provider.github.GitHubWords.line;
import static dev.signalbox.provider.github.GitHubWords.lower;
import static dev.signalbox.provider.github.GitHubWords.page;

import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Wire to domain: deployments and commits. Pure.
final class GitHubDeploymentMapping {

    private static final Pattern RUN =
            Pattern.compile("/[^/]+/[^/]+/actions/runs/(\\d{1,18})(?:/job/(\\d{1,18}))?(?:/.*)?");

    private GitHubDeploymentMapping() {}

    /// @param status the newest status, where it was read; without one the state is unknown
    static @Nullable Deployment deployment(
            DeploymentJson deployment, DeploymentJson.@Nullable StatusJson status, RepositoryId repository) {
        String environment = deployment.environment();
        if (deployment.id() == null || environment == null) {
            return null;
        }
        Deployment untold = new Deployment(
                repository,
                deployment.id(),
                environment,
                exact(deployment.sha()),
                exact(deployment.ref()),
                exact(deployment.creator()),
                Deployment.State.UNKNOWN,
                deployment.createdAt(),
                null,
                null);
        return status == null ? untold : told(untold, status);
    }

    /// A deployment as its newest status tells of it.
    static Deployment told(Deployment deployment, DeploymentJson.StatusJson status) {
        URI log = page(status.logUrl() == null ? status.targetUrl() : status.logUrl());
        return new Deployment(
                deployment.repository(),
                deployment.number(),
                deployment.environment(),
                deployment.sha(),
                deployment.ref(),
                deployment.creator(),
                state(status.state()),
                deployment.createdAt(),
                log == null ? null : number(log, 1),
                log,
                log == null ? null : number(log, 2));
    }

    static Comparison comparison(ComparisonJson comparison, ComparisonKey key) {
        return new Comparison(
                key,
                count(comparison.totalCommits()),
                count(comparison.behindBy()),
                GitHubMapping.rows(comparison.commits().reversed(), GitHubDeploymentMapping::commit),
                comparison.files().stream().map(GitHubWords::line).toList());
    }

    private static @Nullable Commit commit(ComparisonJson.CommitJson commit) {
        String sha = commit.sha();
        if (sha == null) {
            return null;
        }
        return new Commit(
                sha,
                line(commit.message()),
                line(commit.login(), commit.authorName(), null),
                commit.committedAt(),
                page(commit.htmlUrl()));
    }

    private static Deployment.State state(@Nullable String word) {
        return switch (lower(word)) {
            case "queued" -> Deployment.State.QUEUED;
            case "waiting" -> Deployment.State.WAITING;
            case "pending" -> Deployment.State.PENDING;
            case "in_progress" -> Deployment.State.IN_PROGRESS;
            case "success" -> Deployment.State.SUCCESS;
            case "inactive" -> Deployment.State.INACTIVE;
            case "failure" -> Deployment.State.FAILURE;
            case "error" -> Deployment.State.ERROR;
            default -> Deployment.State.UNKNOWN;
        };
    }

    /// The run or the job that a log address leads to: Actions writes `…/actions/runs/{id}/job/{id}` there.
    private static @Nullable Long number(URI log, int group) {
        String path = log.getPath();
        if (path == null) {
            return null;
        }
        var found = RUN.matcher(path);
        return found.matches() && found.group(group) != null ? Long.valueOf(found.group(group)) : null;
    }

    private static int count(long number) {
        return (int) Math.clamp(number, 0, Integer.MAX_VALUE);
    }
}
