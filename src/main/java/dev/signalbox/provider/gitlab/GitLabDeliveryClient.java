package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabRequests.MOST_PAGES;
import static dev.signalbox.provider.gitlab.GitLabRequests.WHOLE_PAGE;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.Priority;
import java.time.Instant;
import java.util.List;

/// The requests that read environments, deployments and what guards them, releases and merge requests, each giving wire
/// records.
final class GitLabDeliveryClient {

    private final GitLabRequests requests;

    GitLabDeliveryClient(GitLabRequests requests) {
        this.requests = requests;
    }

    List<EnvironmentJson> environments(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "environments").query("states", "available").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, MOST_PAGES, EnvironmentJson::of);
    }

    /// One environment, in whatever state.
    EnvironmentJson environment(RepositoryId id, long number) throws RemoteFailure {
        return EnvironmentJson.of(requests.object(
                requests.below(id, "environments", String.valueOf(number)), Priority.FOREGROUND));
    }

    List<ProtectionJson> protections(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "protected_environments").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, MOST_PAGES, ProtectionJson::of);
    }

    List<FreezeJson> freezes(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "freeze_periods").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, MOST_PAGES, FreezeJson::of);
    }

    /// The newest deployments, one page.
    List<DeploymentJson> deployments(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "deployments")
                .query("order_by", "id")
                .query("sort", "desc")
                .query("per_page", "50");
        return requests.listed(url, Priority.BACKGROUND, 1, DeploymentJson::of);
    }

    /// The newest deployments to one environment, one page.
    List<DeploymentJson> deployments(RepositoryId id, String environment) throws RemoteFailure {
        ApiUrl url = requests.below(id, "deployments")
                .query("environment", environment)
                .query("order_by", "id")
                .query("sort", "desc")
                .query("per_page", "30");
        return requests.listed(url, Priority.BACKGROUND, 1, DeploymentJson::of);
    }

    /// Deployments, newest first, back to a time.
    ///
    /// @param status the state that they are in; empty for any
    List<DeploymentJson> deployments(RepositoryId id, String status, Instant since) throws RemoteFailure {
        ApiUrl all = requests.below(id, "deployments");
        ApiUrl url = (status.isEmpty() ? all : all.query("status", status))
                .query("order_by", "id")
                .query("sort", "desc")
                .query("per_page", WHOLE_PAGE);
        return requests.listed(
                url,
                Priority.FOREGROUND,
                5,
                DeploymentJson::of,
                last -> last.createdAt() == null || !last.createdAt().isBefore(since));
    }

    /// One deployment with what was decided on it.
    DeploymentJson deployment(RepositoryId id, long deployment) throws RemoteFailure {
        return DeploymentJson.of(
                requests.object(requests.below(id, "deployments", String.valueOf(deployment)), Priority.FOREGROUND));
    }

    /// Merge requests that a deployment brought.
    List<MergeRequestJson> mergeRequests(RepositoryId id, long deployment) throws RemoteFailure {
        ApiUrl url = requests.below(id, "deployments", String.valueOf(deployment), "merge_requests")
                .query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.FOREGROUND, 1, MergeRequestJson::of);
    }

    /// Merge requests that a commit came with.
    List<MergeRequestJson> mergeRequests(RepositoryId id, String sha) throws RemoteFailure {
        ApiUrl url = requests.below(id, "repository", "commits", sha, "merge_requests").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.FOREGROUND, 1, MergeRequestJson::of);
    }

    /// Merge requests from a branch, the newest first, one page.
    List<MergeRequestJson> mergeRequestsFrom(RepositoryId id, String branch) throws RemoteFailure {
        ApiUrl url = requests.below(id, "merge_requests")
                .query("source_branch", branch)
                .query("state", "all")
                .query("order_by", "created_at")
                .query("sort", "desc")
                .query("per_page", "20");
        return requests.listed(url, Priority.FOREGROUND, 1, MergeRequestJson::of);
    }

    /// One merge request.
    MergeRequestJson mergeRequest(RepositoryId id, long number) throws RemoteFailure {
        return MergeRequestJson.of(requests.object(
                requests.below(id, "merge_requests", String.valueOf(number)), Priority.FOREGROUND));
    }

    /// The newest releases, one page.
    List<ReleaseJson> releases(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "releases").query("per_page", "20");
        return requests.listed(url, Priority.BACKGROUND, 1, ReleaseJson::of);
    }
}
