package dev.signalbox.packaging;

import dev.signalbox.bench.PracticeServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two starts of the console as on every day: connected to the practice team's servers as to real ones, first without and then
/// with what an earlier start kept. Each lasts until it has read everything and kept that in turn, and is ended as by a log-out.
///
/// @param folder for everything that the console and the servers write
record EverydayStart(Programs programs, Path folder) {

    /// The command of a start that writes down what it uses.
    interface Recording {
        List<String> into(Path used) throws IOException;
    }

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /// @param used where the classes of both are written down
    /// @param display where the windows are opened
    void record(Recording recording, Path used, Map<String, String> display)
            throws IOException, InterruptedException {
        Path first = folder.resolve("first.classes");
        Path later = folder.resolve("later.classes");
        try (PracticeServers servers = PracticeServers.start(folder)) {
            Map<String, String> environment = new HashMap<>(servers.environment());
            environment.putAll(display);
            Path kept = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""), "signalbox", "last-state-preview.bin");
            untilKept(kept, recording.into(first), environment);
            untilKept(kept, recording.into(later), environment);
        }
        Files.write(used, ClassList.union(Files.readAllLines(first), Files.readAllLines(later)));
    }

    private void untilKept(Path kept, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        FileTime before = timeOf(kept);
        programs.runUntil(() -> timeOf(kept).compareTo(before) > 0, command, environment);
    }

    private static FileTime timeOf(Path kept) throws IOException {
        return Files.exists(kept) ? Files.getLastModifiedTime(kept) : NEVER;
    }
}
