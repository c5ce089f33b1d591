package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.LogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read of a pod's log since it was opened, on disk: each reading brings the end of the log, and what is new in it
/// is written behind what was there. One thread at a time.
final class PodLogFile {

    private final long most;
    private @Nullable Path path;
    private Set<String> last = Set.of();
    private long bytes;
    private boolean full;

    /// @param most bytes that are kept
    PodLogFile(long most) {
        this.most = most;
    }

    /// Whether no more is kept.
    boolean isFull() {
        return full;
    }

    /// @return the file as it is now
    LogFile add(String tail) throws IOException {
        if (path == null) {
            path = Files.createTempFile("signalbox-pod", ".log");
        }
        List<String> lines = tail.lines().toList();
        StringBuilder fresh = new StringBuilder();
        boolean joins = last.isEmpty() || lines.isEmpty() || lines.stream().anyMatch(last::contains);
        if (!joins) {
            fresh.append("(lines in between were not read: more were written than one reading brings)\n");
        }
        lines.stream().filter(line -> !last.contains(line)).forEach(line -> fresh.append(line).append('\n'));
        last = lines.isEmpty() ? last : new HashSet<>(lines);
        byte[] written = fresh.toString().getBytes(StandardCharsets.UTF_8);
        full |= bytes + written.length > most;
        if (!full && written.length > 0) {
            Path unused = Files.write(path, written, StandardOpenOption.APPEND);
            bytes += written.length;
        }
        return new LogFile(path, bytes);
    }

    void delete() throws IOException {
        if (path != null) {
            boolean unused = Files.deleteIfExists(path);
        }
    }
}
