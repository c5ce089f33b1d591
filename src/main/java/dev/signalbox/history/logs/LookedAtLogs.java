package dev.signalbox.history.logs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Kept logs of a console that only looks: those in the folder that another console has, which are read and never
/// touched, and those that were fetched meanwhile and are kept elsewhere.
public final class LookedAtLogs implements KeptLogs {

    private final LookedAtFile file;
    private final KeptLogReading theirs;
    private final KeptLogs own;

    /// @param folder where the other console's file lies, if it has one
    /// @param own keeps what this console fetches
    /// @param known takes secrets out of what is looked for
    public LookedAtLogs(Path folder, KeptLogs own, Supplier<Redaction> known) {
        file = new LookedAtFile(folder.resolve(LogArchive.NAME));
        theirs = new KeptLogReading(file, known);
        this.own = own;
    }

    @Override
    public boolean has(JobKey job) throws JournalFailure {
        return own.has(job) || file.isThere() && theirs.has(job);
    }

    @Override
    public Optional<KeptLog> about(JobKey job) throws JournalFailure {
        Optional<KeptLog> mine = own.about(job);
        return mine.isPresent() || !file.isThere() ? mine : theirs.about(job);
    }

    /// What this console fetches is its own to keep, whoever else has it.
    @Override
    public void keep(KeptLog about, Path log) throws JournalFailure {
        own.keep(about, log);
    }

    @Override
    public LogHits search(String text, int atMost, BooleanSupplier stopped, Consumer<LogHits> soFar)
            throws JournalFailure {
        LogHits mine = own.search(text, atMost, stopped, soFar);
        if (!file.isThere()) {
            return mine;
        }
        LogHits others = theirs.search(text, atMost, stopped, some -> soFar.accept(both(mine, some, atMost)));
        return both(mine, others, atMost);
    }

    /// Newest first, and what both have once.
    private static LogHits both(LogHits mine, LogHits others, int atMost) {
        List<LogHits.Hit> all = Stream.concat(mine.hits().stream(), others.hits().stream())
                .distinct()
                .sorted(Comparator.comparing((LogHits.Hit hit) -> hit.log().at()).reversed())
                .toList();
        return new LogHits(
                all.stream().limit(atMost).toList(), mine.searched() + others.searched(),
                mine.complete() && others.complete() && all.size() <= atMost);
    }

    @Override
    public Optional<LogFile> copy(JobKey job, Path to) throws JournalFailure {
        Optional<LogFile> mine = own.copy(job, to);
        return mine.isPresent() || !file.isThere() ? mine : theirs.copy(job, to);
    }
}
