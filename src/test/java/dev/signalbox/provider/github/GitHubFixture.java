package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.CiServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The contract tests' server, speaking GitHub's protocol.
final class GitHubFixture implements CiServer {

    private static final String REPO = "/repos/octo-org/octo-repo";
    private static final String RUNS = REPO + "/actions/runs";
    private static final String RUN_QUERY = "?exclude_pull_requests=true";
    private static final int PAGE = 100;

    private final GitHubWire wire = new GitHubWire();

    @Override
    public CiProvider provider() {
        return wire.provider();
    }

    @Override
    public RepositoryId repository() {
        return WireReading.REPOSITORY;
    }

    @Override
    public String secret() {
        return GitHubWire.SECRET;
    }

    @Override
    public void account(Account account) {
        wire.get("/user", Rendering.account(account));
    }

    @Override
    public void repositories(String owner, List<Repository> repositories) {
        String path = owner.isEmpty() ? "/user/repos" : "/orgs/" + owner + "/repos";
        pages(path + "?sort=pushed&direction=desc&per_page=100", repositories, Rendering::repository, "");
        repositories.forEach(each -> wire.get("/repos/" + each.id().fullName(), Rendering.repository(each)));
    }

    @Override
    public void workflows(List<Workflow> workflows) {
        pages(REPO + "/actions/workflows?per_page=100", workflows, Rendering::workflow, "workflows");
    }

    @Override
    public void manualStart(Workflow workflow, String ref, ManualStart start) {
        wire.get(
                REPO + "/contents/" + workflow.path() + "?ref=" + encoded(ref),
                Rendering.file(Rendering.workflowFile(start)));
    }

    @Override
    public void runs(List<Run> runs) {
        pages(RUNS + "?per_page=20&exclude_pull_requests=true", runs, Rendering::run, "workflow_runs");
        for (Run run : runs) {
            wire.get(RUNS + "/" + run.id().number() + RUN_QUERY, Rendering.run(run));
            wire.get(RUNS + "/" + run.id().number() + "/attempts/" + run.attempt() + RUN_QUERY, Rendering.run(run));
        }
    }

    @Override
    public void runs(Instant from, Instant until, List<Run> runs) {
        String span = URLEncoder.encode(from + ".." + until, StandardCharsets.UTF_8);
        pages(RUNS + "?created=" + span + "&per_page=100&exclude_pull_requests=true", runs, Rendering::run,
                "workflow_runs");
    }

    @Override
    public void jobs(RunId run, int attempt, List<Job> jobs) {
        String path = RUNS + "/" + run.number() + "/attempts/" + attempt + "/jobs?per_page=100";
        pages(path, jobs, Rendering::job, "jobs");
    }

    @Override
    public void annotations(JobKey job, List<Annotation> annotations) {
        pages(REPO + "/check-runs/" + job.job() + "/annotations?per_page=100", annotations, Rendering::annotation, "");
    }

    @Override
    public void log(JobKey job, byte[] log) {
        String logs = REPO + "/actions/jobs/" + job.job() + "/logs";
        wire.answer(logs, RawAnswer.of(302, "").with("Location", wire.address() + "/storage/log?sig=x"));
        wire.answer(
                "/storage/log?sig=x",
                new RawAnswer(200, List.of("Content-Length: " + log.length, "Content-Type: text/plain"), log));
    }

    @Override
    public void artifacts(RunId run, List<Artifact> artifacts) {
        String path = RUNS + "/" + run.number() + "/artifacts?per_page=100";
        pages(path, artifacts, Rendering::artifact, "artifacts");
    }

    @Override
    public void archive(Artifact artifact, byte[] archive) {
        String storage = "/storage/archive-" + artifact.number() + "?sig=x";
        wire.answer(
                REPO + "/actions/artifacts/" + artifact.number() + "/zip",
                RawAnswer.of(302, "").with("Location", wire.address() + storage));
        wire.answer(
                storage,
                new RawAnswer(200, List.of("Content-Length: " + archive.length, "Content-Type: application/zip"),
                        archive));
    }

    @Override
    public void pending(RunId run, List<PendingApproval> pending) {
        wire.get(RUNS + "/" + run.number() + "/pending_deployments", array(pending, Rendering::pending));
    }

    @Override
    public void reviews(RunId run, List<Review> reviews) {
        wire.get(RUNS + "/" + run.number() + "/approvals", array(reviews, Rendering::review));
    }

    @Override
    public void environments(List<CiEnvironment> environments) {
        pages(REPO + "/environments?per_page=100", environments, Rendering::environment, "environments");
    }

    @Override
    public void deployments(List<Deployment> deployments) {
        wire.get(REPO + "/deployments?per_page=50", array(
                deployments.stream().limit(50).toList(), Rendering::deployment));
        deployments.stream().collect(Collectors.groupingBy(Deployment::environment))
                .forEach((environment, there) -> wire.get(
                        REPO + "/deployments?environment=" + encoded(environment) + "&per_page=30",
                        array(there, Rendering::deployment)));
        for (Deployment each : deployments) {
            wire.get(
                    REPO + "/deployments/" + each.number() + "/statuses?per_page=1",
                    array(List.of(each), Rendering::status));
        }
    }

    /// How the newest statuses of a deployment are answered.
    void statuses(long deployment, int atMost, RawAnswer answer) {
        wire.answer(REPO + "/deployments/" + deployment + "/statuses?per_page=" + atMost, answer);
    }

    @Override
    public void comparison(Comparison comparison) {
        String name = encoded(comparison.key().base()) + "..." + encoded(comparison.key().head());
        wire.get(REPO + "/compare/" + name, Rendering.comparison(comparison));
    }

    @Override
    public void changeRequests(Run run, List<ChangeRequest> requests) {
        wire.get(REPO + "/commits/" + run.headSha() + "/pulls?per_page=100", array(requests, Rendering::request));
    }

    @Override
    public void releases(List<Release> releases) {
        wire.get(REPO + "/releases?per_page=20", array(releases, Rendering::release));
    }

    @Override
    public void fails(Fault fault) {
        wire.fails(fault);
    }

    @Override
    public List<String> requests() {
        return wire.requests().stream().map(each -> each.method() + " " + each.target()).toList();
    }

    @Override
    public List<String> bodies() {
        return wire.requests().stream()
                .filter(each -> !each.method().equals("GET"))
                .map(ReceivedRequest::text)
                .toList();
    }

    @Override
    public void close() {
        wire.close();
    }

    /// Pages linked as GitHub links them: by the repository's number, not by its name.
    private <T> void pages(String first, List<T> rows, Function<T, ObjectNode> row, String field) {
        int count = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        for (int page = 1; page <= count; page++) {
            List<T> some = rows.subList((page - 1) * PAGE, Math.min(rows.size(), page * PAGE));
            JsonNode body = array(some, row);
            if (!field.isEmpty()) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                object.put("total_count", rows.size()).set(field, body);
                body = object;
            }
            RawAnswer answer = RawAnswer.json(body.toString());
            if (page < count) {
                answer = answer.with("Link", "<" + wire.address() + next(first, page + 1) + ">; rel=\"next\"");
            }
            wire.answer(page == 1 ? first : next(first, page), answer);
        }
    }

    private static String next(String first, int page) {
        return first.replace(REPO, "/repositories/1296269") + "&page=" + page;
    }

    private static <T> ArrayNode array(List<T> rows, Function<T, ObjectNode> row) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Stream<ObjectNode> all = rows.stream().map(row);
        all.forEach(array::add);
        return array;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
