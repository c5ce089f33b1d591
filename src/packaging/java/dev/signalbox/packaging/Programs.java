package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Runs other programs: what they print goes to a file, and is shown when they fail.
///
/// @param folder where that file is
record Programs(Path folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int TOLD = 4_000;
    private static final long LOOK_EVERY_MILLIS = 100;

    /// Runs a program to its end.
    ///
    /// @return what it printed
    /// @throws IOException when it fails, with what it said last
    String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder, Path.of(command.getFirst()).getFileName() + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        String printed = Files.readString(log);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command.subList(0, Math.min(3, command.size())))
                    + (ended ? " ended with " + process.exitValue() : " did not end") + ":\n" + lastOf(printed));
        }
        return printed;
    }

    String run(List<String> command) throws IOException, InterruptedException {
        return run(command, Map.of());
    }

    /// Runs a program that does not end by itself, asks it to end when something is reached, and waits until it has.
    ///
    /// @throws IOException when it ends before that, or does not get there, with what it said last
    ///
    /// @param environment all that the program finds
    void runUntil(Reached reached, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder, Path.of(command.getFirst()).getFileName() + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            for (long end = System.nanoTime() + PATIENCE.toNanos(); !reached.now();) {
                if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new IOException(
                            command.getFirst() + (process.isAlive() ? " did not get there" : " ended early")
                                    + ":\n" + lastOf(Files.readString(log)));
                }
            }
            process.destroy();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not end:\n" + lastOf(Files.readString(log)));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /// Whether something is so now.
    interface Reached {
        boolean now() throws IOException;
    }

    /// Runs one of the JDK's own tools in this process.
    void tool(String name, List<String> arguments) throws IOException {
        ToolProvider tool = ToolProvider.findFirst(name).orElseThrow(() -> new IOException("This JDK has no " + name));
        java.io.StringWriter said = new java.io.StringWriter();
        java.io.PrintWriter writer = new java.io.PrintWriter(said);
        int exit = tool.run(writer, writer, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IOException(name + " ended with " + exit + ":\n" + lastOf(said.toString()));
        }
    }

    /// Where a program is found on the path, if it is.
    static Optional<Path> find(String name, String path) {
        return Stream.of(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String lastOf(String printed) {
        return printed.substring(Math.max(0, printed.length() - TOLD)).strip();
    }
}
