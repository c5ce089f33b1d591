package dev.signalbox.provider.gitlab;

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
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Gate;
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
import java.util.Set;

/// The contract tests' server, speaking GitLab's protocol.
final class GitLabFixture implements CiServer {

    private static final String DEPLOYMENTS = "&order_by=id&sort=desc&per_page=100";

    private final GitLabWire wire = new GitLabWire();
    private final GitLabPages pages = new GitLabPages(wire);

    @Override
    public CiProvider provider() {
        return wire.provider();
    }

    @Override
    public RepositoryId repository() {
        return GitLabWire.REPOSITORY;
    }

    @Override
    public String secret() {
        return GitLabWire.SECRET;
    }

    @Override
    public Gate gate(long number) {
        return new Gate.Deployment(number);
    }

    @Override
    public Run told(Run sample) {
        return GitLabSamples.told(sample);
    }

    @Override
    public Deployment told(Deployment sample) {
        return GitLabSamples.told(sample);
    }

    @Override
    public Artifact told(Artifact sample) {
        return GitLabSamples.told(sample);
    }

    @Override
    public List<PendingApproval> pendingSamples(RunId run) {
        return GitLabSamples.pending(run);
    }

    @Override
    public List<Review> reviewSamples() {
        return GitLabSamples.reviews();
    }

    @Override
    public List<CiEnvironment> environmentSamples() {
        return GitLabSamples.environments(repository());
    }

    @Override
    public List<Workflow> told(List<Workflow> samples) {
        return List.of(GitLabMapping.workflow(repository(), wire.address()));
    }

    @Override
    public List<String> leftOutOfLists() {
        return List.of("actor", "triggeredBy", "startedAt", "coverage");
    }

    @Override
    public void account(Account account) {
        wire.get("/api/v4/user", "{\"id\":1,\"username\":\"" + account.login() + "\"}");
    }

    @Override
    public void repositories(String owner, List<Repository> repositories) {
        String busiest = "order_by=last_activity_at&sort=desc&per_page=100";
        if (owner.isEmpty()) {
            pages.of("/api/v4/projects?membership=true&" + busiest, repositories, GitLabRendering::project);
            pages.byKeyset(
                    "/api/v4/projects?membership=true&pagination=keyset&order_by=id&sort=desc&per_page=100",
                    repositories);
        } else {
            pages.of(
                    "/api/v4/groups/" + encoded(owner) + "/projects?include_subgroups=true&with_shared=false&"
                            + busiest,
                    repositories,
                    GitLabRendering::project);
        }
        repositories.forEach(each -> wire.get(
                "/api/v4/projects/" + encoded(each.id().fullName()), GitLabRendering.project(each)));
    }

    @Override
    public void workflows(List<Workflow> workflows) {
        // Nothing to be read: every project has the one.
    }

    @Override
    public void manualStart(Workflow workflow, String ref, ManualStart start) {
        String target = "repository/files/.gitlab-ci.yml?ref=" + encoded(ref);
        if (start instanceof ManualStart.Offered(var inputs)) {
            wire.get(target, GitLabRendering.file(GitLabRendering.pipelineFile(inputs)));
        } else {
            wire.answer(target, RawAnswer.json("{\"message\":\"404 File Not Found\"}").status(404));
        }
    }

    @Override
    public void runs(List<Run> runs) {
        pages.of("pipelines?order_by=id&sort=desc&per_page=20", runs, GitLabRendering::listed);
        runs.forEach(run -> wire.get("pipelines/" + run.id().number(), GitLabRendering.whole(run)));
    }

    @Override
    public void runs(Instant from, Instant until, List<Run> runs) {
        pages.of(
                "pipelines?order_by=id&sort=desc&created_after=" + encoded(from.minusSeconds(1).toString())
                        + "&created_before=" + encoded(until.plusSeconds(1).toString()) + "&per_page=100",
                runs,
                GitLabRendering::listed);
    }

    /// The newest job comes first.
    @Override
    public void jobs(RunId run, int attempt, List<Job> jobs) {
        pages.of(jobs(run), jobs.reversed(), GitLabRendering::job);
        pages.of(bridges(run), List.<Job>of(), GitLabRendering::job);
    }

    @Override
    public void annotations(JobKey job, List<Annotation> annotations) {
        throw new UnsupportedOperationException("GitLab has none");
    }

    @Override
    public void log(JobKey job, byte[] log) {
        wire.answer(
                "jobs/" + job.job() + "/trace",
                new RawAnswer(200, List.of("Content-Length: " + log.length, "Content-Type: text/plain"), log));
    }

    @Override
    public void artifacts(RunId run, List<Artifact> artifacts) {
        pages.of(jobs(run), artifacts, GitLabRendering::job);
        pages.of(bridges(run), List.<Artifact>of(), GitLabRendering::job);
    }

    @Override
    public void archive(Artifact artifact, byte[] archive) {
        String storage = "/storage/archive-" + artifact.number() + "?sig=x";
        wire.answer(
                "jobs/" + artifact.number() + "/artifacts",
                RawAnswer.of(302, "").with("Location", wire.address() + storage));
        wire.answer(
                storage,
                new RawAnswer(200, List.of("Content-Length: " + archive.length, "Content-Type: application/zip"),
                        archive));
    }

    @Override
    public void pending(RunId run, List<PendingApproval> pending) {
        account(new Account("ada", Set.of(), null));
        ArrayNode jobs = JsonNodeFactory.instance.arrayNode();
        ArrayNode blocked = JsonNodeFactory.instance.arrayNode();
        ArrayNode created = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < pending.size(); i++) {
            PendingApproval one = pending.get(i);
            long job = one.gate() instanceof Gate.ManualJob(long number) ? number : i + 1;
            jobs.insert(0, GitLabRendering.job(job, "manual", one.waitStartedAt())
                    .put("allow_failure", !one.blocks()));
            if (!one.blocks()) {
                continue; // deploys nothing
            }
            long number = one.gate() instanceof Gate.Deployment(long deployment) ? deployment : 100 + i;
            ObjectNode whole = GitLabRendering.deployment(one, number, job);
            (one.gate() instanceof Gate.Deployment ? blocked : created).add(whole);
            wire.get("deployments/" + number, whole);
        }
        wire.get(jobs(run), jobs);
        wire.get(bridges(run), "[]");
        wire.get("deployments?status=blocked" + DEPLOYMENTS, blocked);
        wire.get("deployments?status=created" + DEPLOYMENTS, created);
    }

    @Override
    public void reviews(RunId run, List<Review> reviews) {
        wire.get(jobs(run), JsonNodeFactory.instance.arrayNode().add(GitLabRendering.job(7, "manual", null)));
        wire.get(bridges(run), "[]");
        ObjectNode whole = GitLabRendering.reviewed(70, 7, reviews);
        wire.get("deployments/70", whole);
        wire.get("deployments?" + DEPLOYMENTS.substring(1), "[" + whole.deepCopy().without("approvals") + "]");
    }

    @Override
    public void environments(List<CiEnvironment> environments) {
        pages.of("environments?states=available&per_page=100", environments, GitLabRendering::environment);
        List<CiEnvironment> guarded = environments.stream().filter(each -> !each.reviewers().isEmpty()).toList();
        pages.of("protected_environments?per_page=100", guarded, GitLabRendering::protection);
    }

    @Override
    public void environment(CiEnvironment environment, EnvironmentStanding.State state) {
        wire.get("environments/" + environment.number(), GitLabRendering.environment(environment, state));
    }

    @Override
    public void deployments(List<Deployment> deployments) {
        pages.deployments(deployments.stream().map(this::told).toList());
    }

    @Override
    public void comparison(Comparison comparison) {
        String base = encoded(comparison.key().base());
        String head = encoded(comparison.key().head());
        wire.get("repository/compare?from=" + head + "&to=" + base, GitLabCodeRendering.back(comparison));
        wire.get("repository/compare?from=" + base + "&to=" + head, GitLabCodeRendering.there(comparison));
    }

    @Override
    public void changeRequests(Run run, List<ChangeRequest> requests) {
        String target = "repository/commits/" + run.headSha() + "/merge_requests?per_page=100";
        pages.of(target, requests, GitLabCodeRendering::request);
    }

    @Override
    public void releases(List<Release> releases) {
        pages.of("releases?per_page=20", releases, GitLabCodeRendering::release);
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

    private static String jobs(RunId run) {
        return "pipelines/" + run.number() + "/jobs?per_page=100";
    }

    private static String bridges(RunId run) {
        return "pipelines/" + run.number() + "/bridges?per_page=100";
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }
}
