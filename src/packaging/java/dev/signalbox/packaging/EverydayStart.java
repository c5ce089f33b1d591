package dev.signalbox.packaging;

import dev.signalbox.bench.PracticeServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two starts of the console as on every day: connected to the practice team's servers as to real ones, first without and then
/// with what an earlier start kept. Each lasts half a minute, and until it has kept something in turn, and is ended as by a log-out.
///
/// Nothing of the desktop that the build runs on takes part: neither its session bus, so that what speaks to one is not in the
/// cache, nor flags for its JVMs.
///
/// @param folder for everything that the console and the servers write
record EverydayStart(Programs programs, Path folder) {

    /// The command of a start that writes down what it uses.
    interface Recording {
        List<String> into(Path used) throws IOException;
    }

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /// Until a connected console has read everything.
    private static final Duration LASTS = Duration.ofSeconds(30);

    /// What the console finds of the build's own environment.
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG");

    /// @param used where the classes of both are written down
    /// @param display where the windows are opened
    void record(Recording recording, Path used, Map<String, String> display)
            throws IOException, InterruptedException {
        Path first = folder.resolve("first.classes");
        Path later = folder.resolve("later.classes");
        try (PracticeServers servers = PracticeServers.start(folder)) {
            Map<String, String> environment = environment(System.getenv(), servers.environment(), display);
            Path kept = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""), "signalbox", "last-state-preview.bin");
            untilKept(kept, recording.into(first), environment);
            untilKept(kept, recording.into(later), environment);
        }
        Files.write(used, ClassList.whole(ClassList.union(Files.readAllLines(first), Files.readAllLines(later))));
    }

    /// @param build the build's own
    static Map<String, String> environment(
            Map<String, String> build, Map<String, String> servers, Map<String, String> display) {
        Map<String, String> environment = new HashMap<>(build);
        environment.keySet().retainAll(INHERITED);
        environment.putAll(servers);
        environment.putAll(display);
        return environment;
    }

    private void untilKept(Path kept, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        FileTime before = timeOf(kept);
        long begin = System.nanoTime();
        programs.runUntil(
                () -> System.nanoTime() - begin >= LASTS.toNanos() && timeOf(kept).compareTo(before) > 0, command,
                environment);
    }

    private static FileTime timeOf(Path kept) throws IOException {
        return Files.exists(kept) ? Files.getLastModifiedTime(kept) : NEVER;
    }
}
