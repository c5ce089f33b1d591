package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import dev.signalbox.provider.http.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Workflow runs at GitHub.
final class GitHubRuns implements Runs {

    private static final String NO_RUN = "GitHub's answer is not a run";

    private final GitHubClient client;
    private final AtomicLong downloads = new AtomicLong();

    GitHubRuns(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        return GitHubMapping.rows(client.runs(repository), run -> GitHubMapping.run(run, repository));
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
    public LogFile log(JobKey job, Path file) throws RemoteFailure {
        Path fresh = file.resolveSibling(file.getFileName() + "." + downloads.incrementAndGet() + ".fresh");
        try {
            Files.deleteIfExists(fresh);
            Download download = client.log(job, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new LogFile(file, download.bytes());
        } catch (IOException e) {
            throw new RemoteFailure(new RemoteProblem.Unreadable("The log could not be kept on this computer's disk"));
        }
    }

    /// A run under another number than the one asked for is never passed on: plans rely on the number.
    private static Run asked(RunJson wire, RunId asked) throws RemoteFailure {
        @Nullable Run run = GitHubMapping.run(wire, asked.repository());
        if (run != null && !run.id().equals(asked)) {
            run = null;
        }
        return GitHubClient.known(run, NO_RUN);
    }
}
