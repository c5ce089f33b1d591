package dev.signalbox.packaging;

import dev.signalbox.bench.PracticeServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A start of the console as on every day: connected to the practice team's servers as to real ones, and with what an earlier
/// start kept. It lasts until it has read everything and kept that in turn, and is ended as by a log-out.
///
/// @param folder for everything that the console and the servers write
record EverydayStart(Programs programs, Path folder) {

    /// @param plain the command of the earlier start
    /// @param recorded the command of the start that matters
    /// @param display where the windows are opened
    void record(List<String> plain, List<String> recorded, Map<String, String> display)
            throws IOException, InterruptedException {
        try (PracticeServers servers = PracticeServers.start(folder)) {
            Map<String, String> environment = new HashMap<>(servers.environment());
            environment.putAll(display);
            Path kept = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""), "signalbox", "last-state-preview.bin");
            programs.runUntil(() -> Files.exists(kept), plain, environment);
            FileTime before = Files.getLastModifiedTime(kept);
            programs.runUntil(
                    () -> Files.exists(kept) && Files.getLastModifiedTime(kept).compareTo(before) > 0, recorded,
                    environment);
        }
    }
}
