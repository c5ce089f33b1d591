package dev.signalbox.monitor;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.domain.report.TestReport;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.xml.JUnitReports;
import dev.signalbox.testing.RememberedTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Artifacts in memory that remember which of them were fetched.
final class FakeArtifacts implements Artifacts {

    final List<Artifact> there = new ArrayList<>();
    final Map<Long, byte[]> archives = new HashMap<>();
    final List<Long> fetched = new ArrayList<>();
    final Map<RunId, List<TestReport>> reports = new HashMap<>();
    int listed;
    @Nullable
    RemoteProblem problem;
    Runnable meanwhile = () -> {};

    static ReportSources sources(Path folder) {
        return new ReportSources(new JUnitReports(), new RememberedTests(), ReportRules.USUAL, folder);
    }

    void add(Artifact artifact, byte[] archive) {
        there.add(artifact);
        archives.put(artifact.number(), archive);
    }

    @Override
    public synchronized List<Artifact> of(RunId run) throws RemoteFailure {
        listed++;
        fail();
        return there.stream().filter(a -> a.run().equals(run)).toList();
    }

    @Override
    public synchronized List<TestReport> reports(RunId run) throws RemoteFailure {
        fail();
        return reports.getOrDefault(run, List.of());
    }

    @Override
    public synchronized long download(Artifact artifact, Path file, long mostBytes, LongConsumer progress)
            throws RemoteFailure {
        fetched.add(artifact.number());
        fail();
        byte[] archive = archives.getOrDefault(artifact.number(), new byte[0]);
        if (archive.length > mostBytes) {
            throw new RemoteFailure(new RemoteProblem.Unreadable("too large"));
        }
        progress.accept(archive.length / 2);
        meanwhile.run();
        progress.accept(archive.length);
        if (Thread.currentThread().isInterrupted()) {
            throw new RemoteFailure(new RemoteProblem.Unreachable("stopped", RemoteProblem.Sent.MAYBE));
        }
        try {
            Files.write(file, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.length;
    }

    private void fail() throws RemoteFailure {
        if (problem != null) {
            throw new RemoteFailure(problem);
        }
    }
}
