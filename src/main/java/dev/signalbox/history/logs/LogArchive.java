package dev.signalbox.history.logs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Kept logs in one SQLite file beside the history. It is a memory of what can be fetched again or is lost without harm,
/// so a damaged file is begun afresh. Opened when it is first used.
public final class LogArchive implements KeptLogs, AutoCloseable {

    static final String NAME = "kept-logs.db";

    private final Path file;
    private final ArchiveFile writing;
    private final ArchiveFile reading;
    private final KeptLogReading asked;
    private final Supplier<Redaction> known;
    private final long cap;
    private boolean untidy;

    /// @param folder where the file lies or will lie
    /// @param cap bytes that all logs and their index may take on the disk, about; zero keeps none
    /// @param known takes out what looks like a secret, and those that the console holds by then
    public LogArchive(Path folder, long cap, Supplier<Redaction> known) {
        this(folder, cap, known, 0);
    }

    /// The same with a ceiling on the size of the file, in pages of 4 KiB; zero for none.
    LogArchive(Path folder, long cap, Supplier<Redaction> known, int pages) {
        // Two connections: a search never waits until a log has been written.
        AtomicInteger lives = new AtomicInteger();
        this.file = folder.resolve(NAME);
        this.writing = new ArchiveFile(file, lives, pages);
        this.reading = new ArchiveFile(file, lives, pages);
        this.asked = new KeptLogReading(reading, known);
        this.known = known;
        this.cap = cap;
    }

    @Override
    public boolean has(JobKey job) throws JournalFailure {
        return cap > 0 && asked.has(job);
    }

    @Override
    public Optional<KeptLog> about(JobKey job) throws JournalFailure {
        return cap <= 0 ? Optional.empty() : asked.about(job);
    }

    /// One log at a time: what another one has not written to its end would be taken for left over.
    @Override
    public synchronized void keep(KeptLog about, Path fetched) throws JournalFailure {
        if (cap <= 0 || has(about.job())) {
            return;
        }
        try (LogWriting log = new LogWriting(writing, about, cap / 4)) {
            log.write(fetched, new LogCleaning(known.get()));
        } catch (IOException e) {
            throw new JournalFailure("A log cannot be kept: its file cannot be read.", e);
        }
        writing.run(connection -> ArchiveRows.makeRoom(connection, cap));
    }

    /// Takes secrets that became known later out of what is kept already, as they would have been taken out at first: out
    /// of the texts, the search and the bytes of the file. Only those of twelve characters and more are looked for.
    ///
    /// @param stopped asked now and then; ends it early
    /// @return false when it did not come to its end, and is to be called again
    public synchronized boolean forget(Collection<String> secrets, BooleanSupplier stopped) throws JournalFailure {
        if (!Files.exists(file)) {
            return true;
        }
        LogForgetting forgetting = new LogForgetting(writing, new LogCleaning(known.get()), stopped);
        if (!forgetting.rewrite(secrets, () -> untidy = true)) {
            return false;
        }
        untidy = untidy && !forgetting.tidy();
        return !untidy;
    }

    @Override
    public LogHits search(String text, int atMost, BooleanSupplier stopped, Consumer<LogHits> soFar)
            throws JournalFailure {
        return cap <= 0 ? new LogHits(List.of(), 0, true) : asked.search(text, atMost, stopped, soFar);
    }

    @Override
    public Optional<LogFile> copy(JobKey job, Path to) throws JournalFailure {
        return cap <= 0 ? Optional.empty() : asked.copy(job, to);
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
