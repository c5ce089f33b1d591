package dev.signalbox.wiring;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.ui.runs.KeptLogReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Copies of kept logs, for the viewer, each in a file of its own. Those made before go when the next is made.
final class KeptLogCopies implements KeptLogReader {

    private final Supplier<@Nullable KeptLogs> logs;
    private final Path folder;
    private final Executor workers;
    private final Executor fx;

    /// @param logs absent as long as the configuration was not read
    /// @param folder for nothing else
    KeptLogCopies(Supplier<@Nullable KeptLogs> logs, Path folder, Executor workers, Executor fx) {
        this.logs = logs;
        this.folder = folder;
        this.workers = workers;
        this.fx = fx;
    }

    @Override
    public void read(JobKey job, BiConsumer<KeptLog, LogFile> found, Consumer<String> absent) {
        workers.execute(() -> {
            KeptLogs kept = logs.get();
            String problem = "";
            try {
                Optional<KeptLog> about = kept == null ? Optional.empty() : kept.about(job);
                Optional<LogFile> file =
                        kept == null || about.isEmpty() ? Optional.empty() : kept.copy(job, fresh());
                if (about.isPresent() && file.isPresent()) {
                    fx.execute(() -> found.accept(about.get(), file.get()));
                    return;
                }
            } catch (JournalFailure failure) {
                problem = String.valueOf(failure.getMessage());
            } catch (IOException failure) {
                problem = "Its kept log cannot be read: " + IoWords.of(failure) + ".";
            }
            String why = problem;
            fx.execute(() -> absent.accept(why));
        });
    }

    /// One at a time, so that a copy under way is not taken for an old one.
    private synchronized Path fresh() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                forget(file);
            }
        }
        return Files.createTempFile(folder, "kept", ".log");
    }

    private static void forget(Path file) {
        try {
            boolean unused = Files.deleteIfExists(file);
        } catch (IOException stillOpen) {
            // The viewer has it open on a system that minds; it goes with the next one.
        }
    }
}
