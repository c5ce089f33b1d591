package dev.signalbox.port;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Keeps logs beyond what the provider keeps, and searches all of them. Blocks: never called by the store or by a screen.
public interface KeptLogs {

    /// Whether the log of a job is kept.
    boolean has(JobKey job) throws JournalFailure;

    /// What is known of the kept log of a job; nothing when it is not kept.
    Optional<KeptLog> about(JobKey job) throws JournalFailure;

    /// Keeps a log as a whole or not at all, secrets taken out first; the oldest ones go when there are too many.
    ///
    /// @param file the log as the provider sent it
    void keep(KeptLog about, Path file) throws JournalFailure;

    /// Lines that have all words of `text`, in any case and order; words between quotation marks stand together.
    ///
    /// @param atMost hits
    /// @param stopped asked now and then; ends the search early
    /// @param soFar hears of the first hits at once and of more as they come, always all of them; called by this thread
    LogHits search(String text, int atMost, BooleanSupplier stopped, Consumer<LogHits> soFar) throws JournalFailure;

    /// Writes a kept log to `to`, replaced as a whole; nothing when it is not kept.
    Optional<LogFile> copy(JobKey job, Path to) throws JournalFailure;
}
