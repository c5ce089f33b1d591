package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabRequests.MOST_PAGES;
import static dev.signalbox.provider.gitlab.GitLabRequests.WHOLE_PAGE;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Download;
import dev.signalbox.provider.http.Priority;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The requests that read who we are, projects, pipelines and jobs, each giving wire records. A 304 is not free at GitLab,
/// so what changed is asked for by its time.
final class GitLabClient {

    private final GitLabRequests requests;

    GitLabClient(GitLabRequests requests) {
        this.requests = requests;
    }

    UserJson user() throws RemoteFailure {
        return UserJson.of(requests.object(requests.at("user"), Priority.FOREGROUND));
    }

    /// Asks for next to nothing, also while the allowance is used up.
    ///
    /// @throws RemoteFailure when nothing is answered yet
    void knock() throws RemoteFailure {
        requests.object(requests.at("user"), Priority.UNCOUNTED);
    }

    /// Works for personal, project and group access tokens.
    TokenJson token() throws RemoteFailure {
        return TokenJson.of(requests.object(requests.at("personal_access_tokens", "self"), Priority.FOREGROUND));
    }

    /// What a token of an application says of itself, which only applications' tokens do. It is not part of the API:
    /// <https://docs.gitlab.com/api/oauth2/#retrieve-the-token-information>.
    ApplicationTokenJson applicationToken(BaseUrl web) throws RemoteFailure {
        return ApplicationTokenJson.of(
                requests.object(web.url("oauth", "token", "info"), Priority.FOREGROUND));
    }

    /// Whether there is a project in which the account is at least a developer.
    boolean develops() throws RemoteFailure {
        ApiUrl url = requests.at("projects")
                .query("membership", "true")
                .query("min_access_level", "30")
                .query("simple", "true")
                .query("per_page", "1");
        return !requests.listed(url, Priority.FOREGROUND, 1, ProjectJson::of).isEmpty();
    }

    /// Everything that the account is a member of, those first in which something happened last.
    ///
    /// @param each told about every project
    /// @param more asked after each page whether to go on
    void reachable(Consumer<ProjectJson> each, BooleanSupplier more) throws RemoteFailure {
        ApiUrl url = requests.at("projects")
                .query("membership", "true")
                .query("order_by", "last_activity_at")
                .query("sort", "desc")
                .query("per_page", WHOLE_PAGE);
        requests.listed(url, Priority.FOREGROUND, 50, row -> {
            ProjectJson project = ProjectJson.of(row);
            each.accept(project);
            return project;
        }, last -> more.getAsBoolean());
    }

    /// Whether anything was ever deployed from a project.
    boolean hasDeployments(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "deployments").query("per_page", "1");
        return !requests.listed(url, Priority.FOREGROUND, 1, row -> row).isEmpty();
    }

    /// Since GitLab 15.2.
    VersionJson metadata() throws RemoteFailure {
        return VersionJson.of(requests.object(requests.at("metadata"), Priority.FOREGROUND));
    }

    VersionJson version() throws RemoteFailure {
        return VersionJson.of(requests.object(requests.at("version"), Priority.FOREGROUND));
    }

    /// Everything that the account is a member of. By keyset, because pages by number end at 50 000 rows.
    List<ProjectJson> projects() throws RemoteFailure {
        ApiUrl url = requests.at("projects")
                .query("membership", "true")
                .query("pagination", "keyset")
                .query("order_by", "id")
                .query("sort", "desc")
                .query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, 50, ProjectJson::of);
    }

    /// Projects that the account is a member of, those first in which something happened last.
    List<ProjectJson> busiest() throws RemoteFailure {
        return busiest(requests.at("projects").query("membership", "true"), 1);
    }

    /// Projects of a group and all groups below it.
    List<ProjectJson> ofGroup(String group, int pages) throws RemoteFailure {
        ApiUrl url = requests.at("groups", group, "projects")
                .query("include_subgroups", "true")
                .query("with_shared", "false");
        return busiest(url, pages);
    }

    List<ProjectJson> ofUser(String user, int pages) throws RemoteFailure {
        return busiest(requests.at("users", user, "projects"), pages);
    }

    /// By its path, always: this is how its number is found.
    ProjectJson project(RepositoryId id) throws RemoteFailure {
        return ProjectJson.of(requests.object(requests.at("projects", id.fullName()), Priority.FOREGROUND));
    }

    /// The newest pipelines, one page.
    List<PipelineJson> pipelines(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "pipelines")
                .query("order_by", "id")
                .query("sort", "desc")
                .query("per_page", "20");
        return requests.listed(url, Priority.BACKGROUND, 1, PipelineJson::of);
    }

    /// Pipelines that changed after a time, the last changed first.
    List<PipelineJson> changed(RepositoryId id, Instant since) throws RemoteFailure {
        ApiUrl url = requests.below(id, "pipelines")
                .query("order_by", "updated_at")
                .query("sort", "desc")
                .query("updated_after", since.toString())
                .query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, 1, PipelineJson::of);
    }

    /// Pipelines created between two times, one page, newest first.
    List<PipelineJson> created(RepositoryId id, Instant from, Instant until) throws RemoteFailure {
        ApiUrl url = requests.below(id, "pipelines")
                .query("order_by", "id")
                .query("sort", "desc")
                .query("created_after", from.toString())
                .query("created_before", until.toString())
                .query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, 1, PipelineJson::of);
    }

    PipelineJson pipeline(RunId id) throws RemoteFailure {
        return PipelineJson.of(requests.object(requests.below(id), Priority.FOREGROUND));
    }

    /// The jobs that count: where one was tried again, its last try.
    List<JobJson> jobs(RunId id) throws RemoteFailure {
        return jobs(requests.below(id, "jobs"));
    }

    /// Every try of every job.
    List<JobJson> tries(RunId id) throws RemoteFailure {
        return jobs(requests.below(id, "jobs").query("include_retried", "true"));
    }

    private List<JobJson> jobs(ApiUrl url) throws RemoteFailure {
        return requests.listed(
                url.query("per_page", WHOLE_PAGE), Priority.FOREGROUND, MOST_PAGES, JobJson::of);
    }

    /// Jobs that wait for somebody to start them.
    List<JobJson> manualJobs(RunId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "jobs").query("scope", "manual").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.FOREGROUND, MOST_PAGES, JobJson::of);
    }

    /// Jobs that start other pipelines.
    List<JobJson> bridges(RunId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "bridges").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.FOREGROUND, MOST_PAGES, JobJson::of);
    }

    /// Names only: a value may be a secret and is never taken out of the answer.
    List<String> variableNames(RunId id) throws RemoteFailure {
        return requests
                .listed(requests.below(id, "variables"), Priority.FOREGROUND, 1,
                        one -> GitLabWords.line(one.text("key")))
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    TestSummaryJson testSummary(RunId id) throws RemoteFailure {
        return TestSummaryJson.of(requests.object(requests.below(id, "test_report_summary"), Priority.FOREGROUND));
    }

    /// Every test of a pipeline, which may be much. It is made of the jobs' files, and empty once they have expired.
    TestReportJson testReport(RunId id) throws RemoteFailure {
        return TestReportJson.of(requests.object(requests.below(id, "test_report"), Priority.FOREGROUND));
    }

    /// Always the whole log: the server cannot send a part of one.
    Download trace(JobKey job, Path file) throws RemoteFailure {
        ApiUrl url = requests.below(job.run().repository(), "jobs", String.valueOf(job.job()), "trace");
        return requests.download(url, Download.Into.text(file));
    }

    /// The archive of a job; often the answer is an address at a storage server.
    Download archive(RepositoryId id, long job, Download.Into into) throws RemoteFailure {
        return requests.download(requests.below(id, "jobs", String.valueOf(job), "artifacts"), into);
    }

    /// A file as it lies in the repository.
    FileJson file(RepositoryId id, String path, String ref) throws RemoteFailure {
        ApiUrl url = requests.below(id, "repository", "files", path).query("ref", ref);
        return FileJson.of(requests.object(url, Priority.FOREGROUND));
    }

    /// The newest commits of all branches, one page.
    List<CommitJson> commits(RepositoryId id) throws RemoteFailure {
        ApiUrl url = requests.below(id, "repository", "commits").query("all", "true").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, 1, CommitJson::of);
    }

    /// What `to` has and `from` has not.
    ComparisonJson compare(RepositoryId id, String from, String to) throws RemoteFailure {
        ApiUrl url = requests.below(id, "repository", "compare").query("from", from).query("to", to);
        return ComparisonJson.of(requests.object(url, Priority.FOREGROUND));
    }

    private List<ProjectJson> busiest(ApiUrl list, int pages) throws RemoteFailure {
        ApiUrl url = list.query("order_by", "last_activity_at").query("sort", "desc").query("per_page", WHOLE_PAGE);
        return requests.listed(url, Priority.BACKGROUND, pages, ProjectJson::of);
    }
}
