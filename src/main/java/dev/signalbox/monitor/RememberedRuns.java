package dev.signalbox.monitor;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Runs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Runs of a provider that throws logs away after a time: a log that is gone there is taken from those kept here.
public final class RememberedRuns implements Runs {

    private final Runs runs;
    private final KeptLogs logs;

    public RememberedRuns(Runs runs, KeptLogs logs) {
        this.runs = runs;
        this.logs = logs;
    }

    @Override
    public LogFile log(JobKey job, Path file) throws RemoteFailure {
        try {
            return runs.log(job, file);
        } catch (RemoteFailure gone) {
            if (gone.problem() instanceof RemoteProblem.NotFound) {
                return kept(job, file).orElseThrow(() -> gone);
            }
            throw gone;
        }
    }

    private Optional<LogFile> kept(JobKey job, Path file) {
        try {
            return logs.copy(job, file);
        } catch (JournalFailure unusable) {
            // What the provider said is the better answer then.
            return Optional.empty();
        }
    }

    @Override
    public List<Run> recent(RepositoryId repository) throws RemoteFailure {
        return runs.recent(repository);
    }

    @Override
    public List<Run> recent(RepositoryId repository, long workflow) throws RemoteFailure {
        return runs.recent(repository, workflow);
    }

    @Override
    public List<Run> changed(RepositoryId repository, Instant since) throws RemoteFailure {
        return runs.changed(repository, since);
    }

    @Override
    public List<Run> waiting(RepositoryId repository) throws RemoteFailure {
        return runs.waiting(repository);
    }

    @Override
    public List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure {
        return runs.created(repository, from, until);
    }

    @Override
    public Run one(RunId run) throws RemoteFailure {
        return runs.one(run);
    }

    @Override
    public Run attempt(RunId run, int attempt) throws RemoteFailure {
        return runs.attempt(run, attempt);
    }

    @Override
    public List<Job> jobs(RunId run, int attempt) throws RemoteFailure {
        return runs.jobs(run, attempt);
    }

    @Override
    public List<Annotation> annotations(JobKey job) throws RemoteFailure {
        return runs.annotations(job);
    }
}
