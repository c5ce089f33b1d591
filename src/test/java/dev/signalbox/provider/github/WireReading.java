package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.provider.json.JsonFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// For every read that the console makes: how a good answer becomes domain values. The way through wire records and
/// mapping is the provider's own.
final class WireReading {

    static final ConnectionId CONNECTION = new ConnectionId("work");
    static final RepositoryId REPOSITORY = new RepositoryId(CONNECTION, "octo-org", "octo-repo");
    static final RunId RUN = new RunId(REPOSITORY, 30433642);

    private static final String REPO = "/repos/{owner}/{repo}";

    private WireReading() {}

    /// By path template, as the schema writes it.
    static Map<String, Function<JsonNode, List<?>>> byTemplate() {
        Map<String, Function<JsonNode, List<?>>> table = new LinkedHashMap<>();
        table.put("/user", body -> one(GitHubMapping.account(account(body))));
        for (String list : List.of("/user/repos", "/orgs/{org}/repos", "/users/{username}/repos")) {
            table.put(list, body -> repositories(body));
        }
        table.put(REPO, body -> one(GitHubMapping.repository(RepositoryJson.of(object(body)), CONNECTION)));
        table.put(REPO + "/actions/workflows", body -> workflows(body.path("workflows")));
        table.put(
                REPO + "/actions/workflows/{workflow_id}",
                body -> one(GitHubMapping.workflow(WorkflowJson.of(object(body)), REPOSITORY)));
        table.put(REPO + "/actions/runs", body -> runs(body.path("workflow_runs")));
        table.put(REPO + "/actions/workflows/{workflow_id}/runs", body -> runs(body.path("workflow_runs")));
        table.put(REPO + "/actions/runs/{run_id}", body -> run(body));
        table.put(REPO + "/actions/runs/{run_id}/attempts/{attempt_number}", body -> run(body));
        table.put(REPO + "/actions/runs/{run_id}/jobs", body -> jobs(body.path("jobs")));
        table.put(REPO + "/actions/runs/{run_id}/attempts/{attempt_number}/jobs", body -> jobs(body.path("jobs")));
        table.put(
                REPO + "/actions/jobs/{job_id}",
                body -> one(GitHubMapping.job(JobJson.of(object(body)), RUN, 1)));
        table.put(
                REPO + "/actions/runs/{run_id}/pending_deployments",
                body -> list(body, json -> GitHubApprovalMapping.pending(ApprovalJson.Pending.of(json), RUN)));
        table.put(
                REPO + "/actions/runs/{run_id}/approvals",
                body -> list(body, json -> GitHubApprovalMapping.review(ApprovalJson.Review.of(json))));
        table.put(
                REPO + "/environments",
                body -> list(body.path("environments"), json -> environment(json)));
        table.put(REPO + "/environments/{environment_name}", body -> one(environment(object(body))));
        table.put(REPO + "/deployments", body -> list(body, json -> deployment(json)));
        table.put(REPO + "/deployments/{deployment_id}", body -> one(deployment(object(body))));
        table.put(
                REPO + "/deployments/{deployment_id}/statuses",
                body -> list(body, DeploymentJson.StatusJson::of));
        table.put(
                REPO + "/compare/{basehead}",
                body -> one(GitHubDeploymentMapping.comparison(
                        ComparisonJson.of(object(body)), new ComparisonKey(REPOSITORY, "a", "b"))));
        table.put(
                REPO + "/actions/runs/{run_id}/artifacts",
                body -> list(body.path("artifacts"), json -> GitHubArtifacts.artifact(ArtifactJson.of(json), RUN)));
        table.put(
                REPO + "/check-runs/{check_run_id}/annotations",
                body -> list(body, json -> GitHubAnnotationMapping.annotation(AnnotationJson.of(json))));
        table.put(
                REPO + "/commits/{commit_sha}/pulls",
                body -> list(body, json -> GitHubPullRequests.request(PullRequestJson.of(json))));
        table.put(
                REPO + "/releases",
                body -> list(body, json -> GitHubReleases.release(ReleaseJson.of(json))));
        table.put("/rate_limit", body -> List.of(GitHubClient.isAllowed(body)));
        table.put(REPO + "/contents/{path}", body -> one(FileJson.of(object(body))));
        return table;
    }

    static JsonFields object(JsonNode body) {
        return new JsonFields(body);
    }

    static <T> List<T> list(JsonNode body, Function<JsonFields, ? extends @Nullable T> row) {
        return GitHubMapping.rows(JsonFields.objects(body), row::apply);
    }

    private static AccountJson account(JsonNode body) {
        return new AccountJson(object(body).text("login"), null, null);
    }

    private static List<?> repositories(JsonNode body) {
        return list(body, json -> GitHubMapping.repository(RepositoryJson.of(json), CONNECTION));
    }

    private static List<?> workflows(JsonNode body) {
        return list(body, json -> GitHubMapping.workflow(WorkflowJson.of(json), REPOSITORY));
    }

    private static List<?> runs(JsonNode body) {
        return list(body, json -> GitHubMapping.run(RunJson.of(json), REPOSITORY));
    }

    private static List<?> run(JsonNode body) {
        return one(GitHubMapping.run(RunJson.of(object(body)), REPOSITORY));
    }

    private static List<?> jobs(JsonNode body) {
        return list(body, json -> GitHubMapping.job(JobJson.of(json), RUN, 1));
    }

    private static @Nullable Object environment(JsonFields json) {
        return GitHubApprovalMapping.environment(EnvironmentJson.of(json), REPOSITORY);
    }

    private static @Nullable Object deployment(JsonFields json) {
        return GitHubDeploymentMapping.deployment(DeploymentJson.of(json), null, REPOSITORY);
    }

    private static List<?> one(@Nullable Object value) {
        return value == null ? Collections.emptyList() : List.of(value);
    }
}
