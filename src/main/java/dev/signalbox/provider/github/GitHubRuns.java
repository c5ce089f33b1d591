package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import dev.signalbox.provider.http.Download;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Workflow runs at GitHub.
final class GitHubRuns implements Runs {

    private static final String NO_RUN = "GitHub's answer is not a run";

    private final GitHubClient client;

    GitHubRuns(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(client.runs(repository), run -> GitHubMapping.run(run, repository));
    }

    @Override
    public List<Run> recent(RepositoryId repository, long workflow) throws RemoteFailure {
        return GitHubMapping.rows(client.runs(repository, workflow), run -> GitHubMapping.run(run, repository));
    }

    @Override
    public List<Run> waiting(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(client.waitingRuns(repository), run -> GitHubMapping.run(run, repository));
    }

    @Override
    public List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure {
        return GitHubMapping.rows(
                client.runs(repository, from, until), run -> GitHubMapping.run(run, repository));
    }

    @Override
    public Run one(RunId run) throws RemoteFailure {
        return asked(client.run(run), run);
    }

    @Override
    public Run attempt(RunId run, int attempt) throws RemoteFailure {
        return asked(client.attempt(run, attempt), run);
    }

    @Override
    public List<Job> jobs(RunId run, int attempt) throws RemoteFailure {
        return GitHubMapping.rows(client.jobs(run, attempt), job -> GitHubMapping.job(job, run, attempt));
    }

    @Override
    public List<Annotation> annotations(JobKey job) throws RemoteFailure {
        return GitHubMapping.rows(client.annotations(job), GitHubAnnotationMapping::annotation);
    }

    @Override
    public LogFile log(JobKey job, Path file) throws RemoteFailure {
        Download download = client.log(job, file);
        return new LogFile(download.file(), download.bytes());
    }

    /// A run under another number than the one asked for is never passed on: plans rely on the number.
    private static Run asked(RunJson wire, RunId asked) throws RemoteFailure {
        @Nullable
        Run run = GitHubMapping.run(wire, asked.repository());
        if (run != null && !run.id().equals(asked)) {
            run = null;
        }
        return GitHubClient.known(run, NO_RUN);
    }
}
