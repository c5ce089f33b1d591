package dev.signalbox.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A program in a process of its own, under the flags of this one, which are those of the build. Killed at the end.
final class OwnProcess implements AutoCloseable {

    private static final int KIBI = 1024;

    private final Process process;
    private final BufferedReader lines;
    private final String main;

    private OwnProcess(Process process, String main) {
        this.process = process;
        this.main = main;
        lines = process.inputReader();
    }

    /// @param flags added to those of this process, which they win against
    static OwnProcess start(String main, List<String> flags, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return new OwnProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), main);
    }

    /// Reads what it prints until a line that begins so.
    ///
    /// @throws IOException when it ends before
    String await(String beginning) throws IOException {
        List<String> printed = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            printed.add(line);
        }
        throw new IOException(main + " ended before it said " + beginning + ": "
                + printed.subList(Math.max(0, printed.size() - 5), printed.size()));
    }

    /// The most memory that it ever had in the machine's, in MB.
    ///
    /// @throws IOException where the system does not tell, which only Linux does
    double mostResident() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBI)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no VmHWM"));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Removes a folder and what is in it.
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
