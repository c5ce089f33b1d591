package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.Download;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Archives that jobs left at GitLab: at most one for each job, told by the job's number. Logs and reports, which it keeps
/// in the same way, are no archives. No digest is told.
final class GitLabArtifacts implements Artifacts {

    private static final String ARCHIVE = "archive";

    private final GitLabJobs jobs;
    private final GitLabClient client;
    private final GitLabServer server;

    GitLabArtifacts(GitLabJobs jobs, GitLabClient client, GitLabServer server) {
        this.jobs = jobs;
        this.client = client;
        this.server = server;
    }

    @Override
    public List<Artifact> of(RunId run) throws RemoteFailure {
        return GitLabMapping.rows(jobs.of(run), found -> artifact(found, run));
    }

    @Override
    public long download(Artifact artifact, Path file, long mostBytes, LongConsumer progress) throws RemoteFailure {
        Download.Into into = new Download.Into(file, mostBytes, progress);
        return client.archive(artifact.run().repository(), artifact.number(), into).bytes();
    }

    /// The numbers are asked for first: they are small and stay when the files that they were made of are gone.
    @Override
    public List<TestReport> reports(RunId run) throws RemoteFailure {
        TestSummaryJson none = new TestSummaryJson(0, 0, 0, 0, 0, null, List.of());
        TestSummaryJson summary = server.read(
                GitLabFeature.TEST_REPORT, run.repository(), none, () -> client.testSummary(run));
        if (summary.isEmpty()) {
            return List.of();
        }
        try {
            return GitLabReportMapping.reports(client.testReport(run), summary.count());
        } catch (RemoteFailure e) {
            if (!(e.problem() instanceof RemoteProblem.Unreadable)
                    && !(e.problem() instanceof RemoteProblem.NotFound)) {
                throw e;
            }
            return List.of(GitLabReportMapping.unreadable("it counts " + summary.count() + " tests, "
                    + (summary.failed() + summary.broken()) + " failed, and does not tell which"));
        }
    }

    /// What has expired stays listed for a while without its file, or with a time that has passed.
    private static @Nullable Artifact artifact(GitLabJobs.Found found, RunId run) {
        JobJson job = found.job();
        Long number = job.id();
        long bytes = job.artifacts().stream()
                .filter(file -> ARCHIVE.equals(file.type()))
                .mapToLong(JobJson.FileJson::size)
                .findFirst()
                .orElse(-1);
        if (number == null || number < 0 || bytes < 0) {
            return null;
        }
        return new Artifact(
                run,
                number,
                found.prefix() + GitLabWords.line(job.name()),
                bytes,
                false,
                job.finishedAt(),
                job.artifactsExpireAt(),
                null);
    }
}
