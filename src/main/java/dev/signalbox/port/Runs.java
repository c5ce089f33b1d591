package dev.signalbox.port;

import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Runs of a CI provider and what is inside them.
public interface Runs {

    /// The newest runs of a repository over all workflows, newest first, at most one page.
    List<Run> recent(RepositoryId repository) throws RemoteFailure;

    /// The newest runs of one workflow, newest first, at most one page, from a list that does not lag behind. Where the
    /// provider has none, those among the newest of the repository.
    default List<Run> recent(RepositoryId repository, long workflow) throws RemoteFailure {
        return recent(repository).stream().filter(run -> run.workflow() == workflow).toList();
    }

    /// Runs that may have changed since `since`: for a provider that counts every answer only those, for one where an
    /// unchanged answer costs nothing the same as [#recent]. Whoever knows the others keeps them.
    ///
    /// @param since a time of the server's clock
    default List<Run> changed(RepositoryId repository, Instant since) throws RemoteFailure {
        return recent(repository);
    }

    /// Runs that wait for people now, at most one page, however many came after them. To be found, not to be kept fresh:
    /// providers answer filtered lists from an index that lags behind. Empty where the provider's other lists tell of them.
    default List<Run> waiting(RepositoryId repository) throws RemoteFailure {
        return List.of();
    }

    /// Runs that were created between two times, both included, newest first, at most one page: a page that is full may
    /// leave older ones out. Not for what is new: providers answer this from an index that lags behind.
    List<Run> created(RepositoryId repository, Instant from, Instant until) throws RemoteFailure;

    /// One run as of its latest attempt.
    Run one(RunId run) throws RemoteFailure;

    /// One run as of an attempt.
    Run attempt(RunId run, int attempt) throws RemoteFailure;

    /// The jobs of an attempt.
    List<Job> jobs(RunId run, int attempt) throws RemoteFailure;

    /// What a finished job said about the code or about itself, the first few hundred.
    List<Annotation> annotations(JobKey job) throws RemoteFailure;

    /// Downloads the log of a finished job to `file` (replaced as a whole), as sent but for the tokens that the console
    /// holds.
    LogFile log(JobKey job, Path file) throws RemoteFailure;
}
