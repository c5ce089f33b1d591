package dev.signalbox.monitor;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.PodLogs;
import dev.signalbox.state.Change;
import dev.signalbox.state.PodLogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One log of pods that somebody looks at: what is read goes to a file, and the state hears how long that is. The file is
/// gone with the last look at it.
final class PodLogFollower implements PodLogs.Listener, AutoCloseable {

    private static final String FULL = "(%d MB are kept and no more: open the log again to read on)\n";

    private final PodLogKey key;
    private final Path folder;
    private final long most;
    private final Supplier<Redaction> known;
    private final Consumer<Change> offer;
    private @Nullable AutoCloseable handle;
    private @Nullable Path file;
    private long bytes;
    private boolean full;

    /// @param folder where the file is made
    /// @param most bytes that are kept
    /// @param known takes the secrets that the console holds out of what is kept
    PodLogFollower(
            PodLogKey key, Path folder, long most, Supplier<Redaction> known, Consumer<Change> offer) {
        this.known = known;
        this.key = key;
        this.folder = folder;
        this.most = most;
        this.offer = offer;
    }

    void start(PodLogs logs) {
        handle = logs.follow(key.workload(), key.pod(), key.previous(), this);
    }

    @Override
    public void lines(byte[] lines, Instant at) {
        try {
            Path into = file == null ? made() : file;
            if (!full) {
                // Whole lines: no secret lies across two calls.
                append(into, known.get().bytes().hide(lines));
            }
            offer.accept(new Change.PodLogRead(key, new Answer.Good<>(new LogFile(into, bytes), at)));
        } catch (IOException e) {
            troubled(new RemoteProblem.NotKept("The log cannot be written to this disk"), at, null);
        }
    }

    private Path made() throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "pod", ".log");
        file = fresh;
        return fresh;
    }

    private void append(Path into, byte[] lines) throws IOException {
        full = bytes + lines.length > most;
        byte[] written =
                full ? String.format(Locale.ROOT, FULL, most / 1_000_000).getBytes(StandardCharsets.UTF_8) : lines;
        if (written.length > 0) {
            Path unused = Files.write(into, written, StandardOpenOption.APPEND);
            bytes += written.length;
        }
    }

    @Override
    public void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt) {
        offer.accept(new Change.PodLogRead(key, new Answer.Bad<>(problem, at)));
    }

    /// Stops, and waits until nothing more comes.
    @Override
    public void close() throws Exception {
        try {
            if (handle != null) {
                handle.close();
            }
        } finally {
            offer.accept(new Change.PodLogClosed(key, file));
            if (file != null) {
                boolean unused = Files.deleteIfExists(file);
            }
        }
    }
}
