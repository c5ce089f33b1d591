package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program of an image, started by its own launcher. Killed at the end.
record InstalledProgram(Process process) implements AutoCloseable {

    private static final double KIBI = 1024;

    static InstalledProgram start(Path image, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/signalbox").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new InstalledProgram(builder.start());
    }

    /// What it and its children have in the memory of the machine now, in MB.
    double resident() throws IOException {
        double sum = 0;
        for (ProcessHandle each : all()) {
            sum += resident(Files.readAllLines(Path.of("/proc/" + each.pid() + "/smaps_rollup")));
        }
        return sum;
    }

    static double resident(List<String> rollup) {
        return rollup.stream()
                .filter(line -> line.startsWith("Rss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBI)
                .sum();
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = all();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
