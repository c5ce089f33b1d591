package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiRequest;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.Download;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.JsonAnswer;
import dev.signalbox.provider.http.Priority;
import dev.signalbox.provider.json.JsonFields;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The requests that read, each giving wire records. Filters of run lists are not used: they are answered from a search
/// index that lags by minutes; plain lists are current. Page sizes never change, so that ETags stay good.
final class GitHubClient {

    private static final String WHOLE_PAGE = "100";
    private static final int MOST_PAGES = 20;

    /// More annotations of one job than this are read by nobody.
    private static final int ANNOTATION_PAGES = 3;

    private final HttpDoor door;
    private final GitHubServer server;

    GitHubClient(HttpDoor door, GitHubServer server) {
        this.door = door;
        this.server = server;
    }

    AccountJson user() throws RemoteFailure {
        JsonAnswer answer = get(server.base().url("user"), Priority.FOREGROUND);
        return new AccountJson(
                object(answer).text("login"),
                answer.headers().first("X-OAuth-Scopes").orElse(null),
                answer.headers().first("GitHub-Authentication-Token-Expiration").orElse(null));
    }

    /// Whether requests of the hour's allowance are left. Asking does not count, and is answered when none is left:
    /// <https://docs.github.com/en/rest/rate-limit/rate-limit>.
    boolean hasAllowance() throws RemoteFailure {
        JsonAnswer answer = get(server.base().url("rate_limit"), Priority.UNCOUNTED);
        return isAllowed(answer.body());
    }

    static boolean isAllowed(JsonNode limits) {
        return limits.path("resources").path("core").path("remaining").asInt(0) > 0;
    }

    /// Repositories at `list` (`orgs/…/repos` and the like), most recently pushed first.
    List<RepositoryJson> repositories(ApiUrl list, int pages) throws RemoteFailure {
        ApiUrl url = list.query("sort", "pushed").query("direction", "desc").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.BACKGROUND, pages, "", RepositoryJson::of);
    }

    /// One page of repositories.
    ///
    /// @param next where the list goes on; absent at its end
    record RepositoryPage(List<RepositoryJson> rows, @Nullable ApiUrl next) {}

    /// A page of everything that the account can reach, most recently pushed first.
    ///
    /// @param page the first one when absent
    RepositoryPage reachable(@Nullable ApiUrl page) throws RemoteFailure {
        ApiUrl first = at("user", "repos").query("sort", "pushed").query("per_page", WHOLE_PAGE);
        JsonAnswer answer = get(page == null ? first : page, Priority.FOREGROUND);
        if (!answer.body().isArray()) {
            throw unreadable();
        }
        return new RepositoryPage(
                JsonFields.objects(answer.body()).stream().map(RepositoryJson::of).toList(), answer.next());
    }

    /// Reads one thing of a repository, to see whether that is allowed.
    JsonNode look(RepositoryId id, String... more) throws RemoteFailure {
        return get(below(id, more).query("per_page", "1"), Priority.FOREGROUND).body();
    }

    RepositoryJson repository(RepositoryId id) throws RemoteFailure {
        return RepositoryJson.of(object(get(below(id), Priority.FOREGROUND)));
    }

    List<WorkflowJson> workflows(RepositoryId id) throws RemoteFailure {
        ApiUrl url = below(id, "actions", "workflows").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.BACKGROUND, MOST_PAGES, "workflows", WorkflowJson::of);
    }

    /// The newest runs over all workflows, one page.
    List<RunJson> runs(RepositoryId id) throws RemoteFailure {
        ApiUrl url = below(id, "actions", "runs").query("per_page", "20").query("exclude_pull_requests", "true");
        return listed(url, Priority.BACKGROUND, 1, "workflow_runs", RunJson::of);
    }

    /// The newest of one workflow. Its list is not filtered, and so is current.
    List<RunJson> runs(RepositoryId id, long workflow) throws RemoteFailure {
        ApiUrl url = below(id, "actions", "workflows", String.valueOf(workflow), "runs").query("per_page", "10");
        return listed(url, Priority.FOREGROUND, 1, "workflow_runs", RunJson::of);
    }

    /// The newest of those that wait for people.
    List<RunJson> waitingRuns(RepositoryId id) throws RemoteFailure {
        ApiUrl url = below(id, "actions", "runs")
                .query("status", "waiting")
                .query("per_page", "20")
                .query("exclude_pull_requests", "true");
        return listed(url, Priority.BACKGROUND, 1, "workflow_runs", RunJson::of);
    }

    /// Runs created between two times, one page, newest first. Whole seconds: the filter takes no others, and a stable address
    /// is answered without cost. Syntax: <https://docs.github.com/en/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates>.
    List<RunJson> runs(RepositoryId id, Instant from, Instant until) throws RemoteFailure {
        ApiUrl url = below(id, "actions", "runs")
                .query("created", from.truncatedTo(ChronoUnit.SECONDS) + ".." + until.truncatedTo(ChronoUnit.SECONDS))
                .query("per_page", WHOLE_PAGE)
                .query("exclude_pull_requests", "true");
        return listed(url, Priority.BACKGROUND, 1, "workflow_runs", RunJson::of);
    }

    RunJson run(RunId id) throws RemoteFailure {
        return RunJson.of(object(get(below(id).query("exclude_pull_requests", "true"), Priority.FOREGROUND)));
    }

    RunJson attempt(RunId id, int attempt) throws RemoteFailure {
        ApiUrl url = below(id, "attempts", String.valueOf(attempt)).query("exclude_pull_requests", "true");
        return RunJson.of(object(get(url, Priority.FOREGROUND)));
    }

    List<JobJson> jobs(RunId id, int attempt) throws RemoteFailure {
        ApiUrl url = below(id, "attempts", String.valueOf(attempt), "jobs").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.FOREGROUND, MOST_PAGES, "jobs", JobJson::of);
    }

    /// A job is a check run of the same number.
    List<AnnotationJson> annotations(JobKey job) throws RemoteFailure {
        ApiUrl url = below(job.run().repository(), "check-runs", String.valueOf(job.job()), "annotations")
                .query("per_page", WHOLE_PAGE);
        return listed(url, Priority.FOREGROUND, ANNOTATION_PAGES, "", AnnotationJson::of);
    }

    /// GitHub answers with the address of the log at a storage server, good for one minute.
    Download log(JobKey job, Path file) throws RemoteFailure {
        ApiUrl url = below(job.run().repository(), "actions", "jobs", String.valueOf(job.job()), "logs");
        return door.download(new ApiRequest(url, Priority.FOREGROUND, Map.of()), Download.Into.text(file));
    }

    List<ArtifactJson> artifacts(RunId id) throws RemoteFailure {
        ApiUrl url = below(id, "artifacts").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.FOREGROUND, MOST_PAGES, "artifacts", ArtifactJson::of);
    }

    /// As with logs, the answer is an address at a storage server.
    Download artifact(Artifact artifact, Download.Into into) throws RemoteFailure {
        ApiUrl url = below(
                artifact.run().repository(), "actions", "artifacts", String.valueOf(artifact.number()), "zip");
        return door.download(new ApiRequest(url, Priority.FOREGROUND, Map.of()), into);
    }

    List<ApprovalJson.Pending> pending(RunId id) throws RemoteFailure {
        ApiUrl url = below(id, "pending_deployments");
        return listed(url, Priority.FOREGROUND, 1, "", ApprovalJson.Pending::of);
    }

    List<ApprovalJson.Review> reviews(RunId id) throws RemoteFailure {
        return listed(below(id, "approvals"), Priority.FOREGROUND, 1, "", ApprovalJson.Review::of);
    }

    List<EnvironmentJson> environments(RepositoryId id) throws RemoteFailure {
        ApiUrl url = below(id, "environments").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.BACKGROUND, MOST_PAGES, "environments", EnvironmentJson::of);
    }

    /// The newest deployments, one page.
    List<DeploymentJson> deployments(RepositoryId id) throws RemoteFailure {
        ApiUrl url = below(id, "deployments").query("per_page", "50");
        return listed(url, Priority.BACKGROUND, 1, "", DeploymentJson::of);
    }

    /// The newest deployments to one environment, one page.
    List<DeploymentJson> deployments(RepositoryId id, String environment) throws RemoteFailure {
        ApiUrl url = below(id, "deployments").query("environment", environment).query("per_page", "30");
        return listed(url, Priority.BACKGROUND, 1, "", DeploymentJson::of);
    }

    /// The newest statuses of a deployment, newest first, a few.
    List<DeploymentJson.StatusJson> statuses(RepositoryId id, long deployment) throws RemoteFailure {
        ApiUrl url = below(id, "deployments", String.valueOf(deployment), "statuses").query("per_page", "5");
        return listed(url, Priority.BACKGROUND, 1, "", DeploymentJson.StatusJson::of);
    }

    /// The newest status of a deployment, in a list of at most one.
    List<DeploymentJson.StatusJson> newestStatus(RepositoryId id, long deployment) throws RemoteFailure {
        ApiUrl url = below(id, "deployments", String.valueOf(deployment), "statuses").query("per_page", "1");
        return listed(url, Priority.BACKGROUND, 1, "", DeploymentJson.StatusJson::of);
    }

    /// Without paging the answer holds the newest 250 commits and the last of them is the newest of all.
    ComparisonJson compare(RepositoryId id, String base, String head) throws RemoteFailure {
        return ComparisonJson.of(object(get(below(id, "compare", base + "..." + head), Priority.FOREGROUND)));
    }

    /// Pull requests that a commit came with or is proposed in, one page.
    List<PullRequestJson> pullRequests(RepositoryId id, String sha) throws RemoteFailure {
        ApiUrl url = below(id, "commits", sha, "pulls").query("per_page", WHOLE_PAGE);
        return listed(url, Priority.FOREGROUND, 1, "", PullRequestJson::of);
    }

    /// Pull requests from a branch of the repository itself, the newest first, one page.
    List<PullRequestJson> pullRequestsFrom(RepositoryId id, String branch) throws RemoteFailure {
        ApiUrl url = below(id, "pulls")
                .query("head", id.owner() + ":" + branch)
                .query("state", "all")
                .query("sort", "created")
                .query("direction", "desc")
                .query("per_page", "20");
        return listed(url, Priority.FOREGROUND, 1, "", PullRequestJson::of);
    }

    /// The newest releases, one page.
    List<ReleaseJson> releases(RepositoryId id) throws RemoteFailure {
        return listed(below(id, "releases").query("per_page", "20"), Priority.BACKGROUND, 1, "", ReleaseJson::of);
    }

    FileJson file(RepositoryId id, String path, String ref) throws RemoteFailure {
        ApiUrl url = below(id, "contents").segments(path.split("/", -1)).query("ref", ref);
        return FileJson.of(object(get(url, Priority.FOREGROUND)));
    }

    /// The address of something in a repository.
    ApiUrl below(RepositoryId id, String... more) {
        return server.base().url("repos", id.owner(), id.name()).segments(more);
    }

    /// The address of something in a run.
    ApiUrl below(RunId id, String... more) {
        return below(id.repository(), "actions", "runs", String.valueOf(id.number()))
                .segments(more);
    }

    /// The address of something else.
    ApiUrl at(String... segments) {
        return server.base().url(segments);
    }

    /// The value, or the problem that the answer holds none.
    static <T> T known(@Nullable T value, String otherwise) throws RemoteFailure {
        if (value == null) {
            throw new RemoteFailure(new RemoteProblem.Unreadable(otherwise));
        }
        return value;
    }

    private JsonAnswer get(ApiUrl url, Priority priority) throws RemoteFailure {
        JsonAnswer answer = door.get(ApiRequest.read(url).at(priority));
        server.answered(answer);
        return answer;
    }

    private static JsonFields object(JsonAnswer answer) throws RemoteFailure {
        if (!answer.body().isObject()) {
            throw unreadable();
        }
        return new JsonFields(answer.body());
    }

    /// @param field the list's field in each page; empty when the page is the list
    private <J> List<J> listed(ApiUrl url, Priority priority, int pages, String field, Function<JsonFields, J> record)
            throws RemoteFailure {
        List<J> all = new ArrayList<>();
        for (JsonAnswer page : door.pages(ApiRequest.read(url).at(priority), pages).pages()) {
            server.answered(page);
            JsonNode list = field.isEmpty() ? page.body() : page.body().path(field);
            if (!list.isArray()) {
                // An object without the list is not an empty list: nothing may vanish from the screen because of it.
                throw unreadable();
            }
            JsonFields.objects(list).forEach(object -> all.add(record.apply(object)));
        }
        return all;
    }

    private static RemoteFailure unreadable() {
        return new RemoteFailure(new RemoteProblem.Unreadable("GitHub's answer is not what was asked for"));
    }
}
