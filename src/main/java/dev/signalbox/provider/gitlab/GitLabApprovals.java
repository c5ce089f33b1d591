package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.Approvals;
import dev.signalbox.port.RemoteFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What waits for people at GitLab. A job whose deployment lacks approvals waits for those; a job that has to be
/// started by hand is an approval of its own. Both are `manual` to GitLab, and the deployments of both are `blocked`;
/// older servers say `created` of one whose job only has to be started. Where such a job may fail, its pipeline goes on
/// without it (<https://docs.gitlab.com/ci/jobs/job_control/#types-of-manual-jobs>).
final class GitLabApprovals implements Approvals {

    private static final int MOST_DEPLOYMENTS = 20;

    private final GitLabJobs jobs;
    private final GitLabDeliveryClient client;
    private final GitLabAccounts accounts;
    private final GitLabProjects projects;

    GitLabApprovals(
            GitLabJobs jobs, GitLabDeliveryClient client, GitLabAccounts accounts, GitLabProjects projects) {
        this.jobs = jobs;
        this.client = client;
        this.accounts = accounts;
        this.projects = projects;
    }

    @Override
    public List<PendingApproval> pending(RunId run) throws RemoteFailure {
        List<JobJson> waiting = jobs.of(run).stream()
                .map(GitLabJobs.Found::job)
                .filter(job -> "manual".equals(job.status()) && job.id() != null)
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        RepositoryId repository = run.repository();
        Instant since = began(waiting);
        Map<Long, DeploymentJson> blocked = byJob(client.deployments(repository, "blocked", since));
        boolean all = waiting.stream().allMatch(job -> blocked.containsKey(job.id()));
        Map<Long, DeploymentJson> made =
                all ? Map.of() : byJob(client.deployments(repository, "created", since));
        List<PendingApproval> pending = new ArrayList<>();
        for (JobJson job : waiting) {
            PendingApproval one = pending(job, blocked.get(job.id()), made.get(job.id()), run);
            if (one != null) {
                pending.add(one);
            }
        }
        return pending;
    }

    @Override
    public List<Review> reviews(RunId run) throws RemoteFailure {
        List<JobJson> all = jobs.of(run).stream().map(GitLabJobs.Found::job).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        RepositoryId repository = run.repository();
        Map<Long, DeploymentJson> made = byJob(client.deployments(repository, "", began(all)));
        List<Review> reviews = new ArrayList<>();
        int read = 0;
        for (JobJson job : all) {
            DeploymentJson deployment = made.get(job.id());
            if (deployment != null && deployment.id() != null && read++ < MOST_DEPLOYMENTS) {
                reviews.addAll(GitLabApprovalMapping.reviews(client.deployment(repository, deployment.id())));
            }
        }
        return reviews;
    }

    private @Nullable PendingApproval pending(
            JobJson job, @Nullable DeploymentJson blocked, @Nullable DeploymentJson made, RunId run)
            throws RemoteFailure {
        if (blocked != null && blocked.id() != null) {
            DeploymentJson whole = client.deployment(run.repository(), blocked.id());
            return GitLabApprovalMapping.lacksApprovals(whole)
                    ? GitLabApprovalMapping.blocked(job, whole, run, asker(run.repository()))
                    : GitLabApprovalMapping.manual(job, whole, run, asker(run.repository()));
        }
        return GitLabApprovalMapping.manual(job, made, run, asker(run.repository()));
    }

    private GitLabApprovalMapping.Asker asker(RepositoryId repository) throws RemoteFailure {
        return new GitLabApprovalMapping.Asker(
                accounts.known(), projects.access(repository), accounts.readsOnly().isPresent());
    }

    /// Deployments are made together with their jobs, so older ones belong to other pipelines.
    private static Instant began(List<JobJson> jobs) {
        return jobs.stream()
                .map(JobJson::createdAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Map<Long, DeploymentJson> byJob(List<DeploymentJson> deployments) {
        Map<Long, DeploymentJson> byJob = new HashMap<>();
        for (DeploymentJson deployment : deployments) {
            JobJson job = deployment.job();
            if (job != null && job.id() != null) {
                byJob.putIfAbsent(job.id(), deployment);
            }
        }
        return byJob;
    }
}
