package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pipelines at GitLab.
final class GitLabRuns implements Runs {

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final GitLabClient client;
    private final GitLabJobs jobs;
    private final GitLabTitles titles;

    GitLabRuns(GitLabClient client, GitLabJobs jobs, GitLabTitles titles) {
        this.client = client;
        this.jobs = jobs;
        this.titles = titles;
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        return dressed(client.pipelines(repository), repository);
    }

    /// A second more than was asked for: GitLab leaves out what changed at that very time.
    @Override
    public List<Run> changed(RepositoryId repository, Instant since) throws RemoteFailure {
        return dressed(
                client.changed(repository, since.truncatedTo(ChronoUnit.SECONDS).minus(MARGIN)), repository);
    }

    @Override
    public List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure {
        Instant after = from.truncatedTo(ChronoUnit.SECONDS).minus(MARGIN);
        Instant before = until.truncatedTo(ChronoUnit.SECONDS).plus(MARGIN);
        return dressed(client.created(repository, after, before), repository);
    }

    /// A pipeline under another number than the one asked for is never passed on: plans rely on the number.
    @Override
    public Run one(RunId run) throws RemoteFailure {
        PipelineJson wire = client.pipeline(run);
        boolean asked = wire.id() != null && wire.id() == run.number();
        titles.find(run.repository(), asked ? List.of(wire) : List.of());
        @Nullable
        Run one = asked ? GitLabMapping.run(wire, titles.of(wire.sha()), null, run.repository()) : null;
        titles.learn(run, wire);
        return GitLabRequests.known(one, "GitLab's answer is not the pipeline that was asked for");
    }

    /// Jobs that are tried again stay in their pipeline, so there is one attempt only.
    @Override
    public Run attempt(RunId run, int attempt) throws RemoteFailure {
        if (attempt != 1) {
            throw new RemoteFailure(new RemoteProblem.NotFound("A pipeline at GitLab has one attempt only"));
        }
        return one(run);
    }

    @Override
    public List<Job> jobs(RunId run, int attempt) throws RemoteFailure {
        List<GitLabJobs.Found> found = jobs.everOf(run);
        for (GitLabJobs.Found one : found) {
            if (one.job().commit() != null) {
                titles.learn(one.job().commit());
            }
        }
        return GitLabMapping.rows(found, one -> GitLabMapping.job(one, run));
    }

    /// GitLab's jobs say nothing about places in the code but in their reports.
    @Override
    public List<Annotation> annotations(JobKey job) {
        return List.of();
    }

    @Override
    public LogFile log(JobKey job, Path file) throws RemoteFailure {
        Path raw = null;
        Path folded = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            raw = Files.createTempFile(folder, "trace-", ".tmp");
            folded = Files.createTempFile(folder, "log-", ".tmp");
            client.trace(job, raw);
            TraceSections.fold(raw, folded);
            Files.move(folded, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new LogFile(file, Files.size(file));
        } catch (IOException e) {
            throw new RemoteFailure(new RemoteProblem.NotKept("The log could not be kept on this disk"));
        } finally {
            discard(raw);
            discard(folded);
        }
    }

    private List<Run> dressed(List<PipelineJson> wire, RepositoryId repository) throws RemoteFailure {
        titles.find(repository, wire);
        return GitLabMapping.rows(
                wire,
                pipeline -> GitLabMapping.run(
                        pipeline,
                        titles.of(pipeline.sha()),
                        pipeline.id() == null ? null : titles.of(new RunId(repository, pipeline.id())),
                        repository));
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // still open on some systems; nothing reads it
        }
    }
}
