package dev.signalbox.history.logs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is asked of a file of kept logs without changing it.
final class KeptLogReading {

    private final Source file;
    private final Supplier<Redaction> known;

    /// @param known takes secrets out of what is looked for, as they were taken out of the logs
    KeptLogReading(Source file, Supplier<Redaction> known) {
        this.file = file;
        this.known = known;
    }

    /// A file that is open for reading at least.
    interface Source {

        <T> T run(Work<T> work) throws JournalFailure;
    }

    /// Something to do on the file.
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    boolean has(JobKey job) throws JournalFailure {
        return file.run(connection -> ArchiveRows.idOf(connection, job).isPresent());
    }

    Optional<KeptLog> about(JobKey job) throws JournalFailure {
        return file.run(connection -> ArchiveRows.about(connection, job));
    }

    LogHits search(String text, int atMost, BooleanSupplier stopped, Consumer<LogHits> soFar) throws JournalFailure {
        LogWords words = new LogWords(LogCleaning.withoutTime(new LogCleaning(known.get()).next(text.strip())));
        if (words.match().isEmpty()) {
            return new LogHits(List.of(), 0, true);
        }
        return file.run(connection -> new LogQuery(connection, words, stopped).find(atMost, soFar));
    }

    Optional<LogFile> copy(JobKey job, Path to) throws JournalFailure {
        return file.run(connection -> {
            Optional<Long> log = ArchiveRows.idOf(connection, job);
            if (log.isEmpty()) {
                return Optional.empty();
            }
            Path part = to.resolveSibling(to.getFileName() + ".part");
            try (Writer out = Files.newBufferedWriter(part)) {
                ArchiveRows.each(connection, log.get(), out::write);
            } catch (IOException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new LogFile(to, Files.size(to)));
        });
    }
}
