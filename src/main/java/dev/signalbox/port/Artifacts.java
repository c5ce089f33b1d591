package dev.signalbox.port;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.TestReport;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// What runs left behind.
public interface Artifacts {

    /// All artifacts of a run, over all its attempts, in the provider's order.
    List<Artifact> of(RunId run) throws RemoteFailure;

    /// Downloads the archive of an artifact to `file` (replaced as a whole). Where the provider told a digest, an
    /// archive that does not have it is a failure. An interrupt ends the download.
    ///
    /// @param mostBytes a larger one is given up, whatever size was told
    /// @param progress told how many bytes came so far, on any thread
    /// @return how many bytes it has
    long download(Artifact artifact, Path file, long mostBytes, LongConsumer progress) throws RemoteFailure;

    /// What the provider itself made of a run's test reports, a report for each job; one that it could not read, or whose
    /// numbers do not add up, says so. Empty where it keeps none: then they are to be looked for in the artifacts.
    default List<TestReport> reports(RunId run) throws RemoteFailure {
        return List.of();
    }
}
