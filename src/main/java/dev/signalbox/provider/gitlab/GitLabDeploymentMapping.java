package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWords.exact;
import static dev.signalbox.provider.gitlab.GitLabWords.line;
import static dev.signalbox.provider.gitlab.GitLabWords.lower;
import static dev.signalbox.provider.gitlab.GitLabWords.page;

import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wire to domain: deployments, freezes and commits. Pure.
final class GitLabDeploymentMapping {

    private GitLabDeploymentMapping() {}

    static @Nullable Deployment deployment(DeploymentJson deployment, RepositoryId repository) {
        String environment = deployment.environment();
        if (deployment.id() == null || environment == null) {
            return null;
        }
        JobJson job = deployment.job();
        PipelineJson pipeline = job == null ? null : job.pipeline();
        return new Deployment(
                repository,
                deployment.id(),
                environment,
                exact(deployment.sha()),
                exact(deployment.ref()),
                exact(deployment.user()),
                state(deployment.status()),
                deployment.createdAt(),
                pipeline == null ? null : pipeline.id(),
                job == null ? null : page(job.webUrl()),
                job == null ? null : job.id());
    }

    /// A freeze of a project touches all its environments. Without a zone GitLab counts in UTC.
    static @Nullable Freeze freeze(FreezeJson freeze) {
        String start = freeze.start();
        String end = freeze.end();
        if (freeze.id() == null || start == null || end == null) {
            return null;
        }
        String zone = line(freeze.timeZone());
        return new Freeze(freeze.id(), line(start), line(end), zone.isEmpty() ? "UTC" : zone, List.of());
    }

    /// @param behind commits that the base has and the head has not
    static Comparison comparison(ComparisonJson comparison, int behind, ComparisonKey key) {
        return new Comparison(
                key,
                comparison.commits().size(),
                behind,
                GitLabMapping.rows(comparison.commits().reversed(), GitLabDeploymentMapping::commit),
                comparison.files().stream().map(GitLabWords::line).toList());
    }

    private static @Nullable Commit commit(CommitJson commit) {
        String sha = commit.sha();
        return sha == null
                ? null
                : new Commit(
                        sha, line(commit.title()), line(commit.author()), commit.committedAt(), page(commit.webUrl()));
    }

    private static Deployment.State state(@Nullable String word) {
        return switch (lower(word)) {
            case "created" -> Deployment.State.QUEUED;
            case "blocked" -> Deployment.State.WAITING;
            case "running" -> Deployment.State.IN_PROGRESS;
            case "success" -> Deployment.State.SUCCESS;
            case "failed" -> Deployment.State.FAILURE;
            case "canceled", "skipped" -> Deployment.State.CANCELLED;
            default -> Deployment.State.UNKNOWN;
        };
    }
}
