package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
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

    GitLabArtifacts(GitLabJobs jobs, GitLabClient client) {
        this.jobs = jobs;
        this.client = client;
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
