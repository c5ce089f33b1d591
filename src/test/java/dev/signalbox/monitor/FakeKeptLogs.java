package dev.signalbox.monitor;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Kept logs in memory that can be made to fail.
final class FakeKeptLogs implements KeptLogs {

    final List<KeptLog> kept = new ArrayList<>();
    final List<Path> files = new ArrayList<>();
    String problem = "";

    @Override
    public boolean has(JobKey job) throws JournalFailure {
        check();
        return kept.stream().anyMatch(log -> log.job().equals(job));
    }

    @Override
    public Optional<KeptLog> about(JobKey job) throws JournalFailure {
        check();
        return kept.stream().filter(log -> log.job().equals(job)).findFirst();
    }

    @Override
    public void keep(KeptLog about, Path file) throws JournalFailure {
        check();
        kept.add(about);
        files.add(file);
    }

    @Override
    public LogHits search(String text, int atMost, BooleanSupplier stopped, Consumer<LogHits> soFar)
            throws JournalFailure {
        check();
        return new LogHits(List.of(), kept.size(), true);
    }

    @Override
    public Optional<LogFile> copy(JobKey job, Path to) throws JournalFailure {
        return has(job) ? Optional.of(new LogFile(to, 7)) : Optional.empty();
    }

    private void check() throws JournalFailure {
        if (!problem.isEmpty()) {
            throw new JournalFailure(problem);
        }
    }
}
