package dev.signalbox.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of the tests in a process of its own, which can be killed.
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Starts `main` with the class path of this very test run.
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /// Starts `main` with the class path of this very test run.
    ///
    /// @param flags more of them for its JVM
    public static ChildJvm start(List<String> flags, Class<?> main, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Its life is short: what makes a long one fast only costs here.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A test run from a desktop session must not open windows on it.
        builder.environment().remove("DISPLAY");
        return new ChildJvm(builder.start());
    }

    /// Starts `main` with the flags of this very test run too, so that it can open windows on the headless platform.
    public static ChildJvm startWithToolkit(Class<?> main, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // The room for new objects of this run would be the whole of so small a heap.
        command.addAll(List.of("-Xmx256m", "-XX:MaxNewSize=85m", "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /// The next line that it prints; empty at the end of its output.
    public String line() throws IOException {
        String line = output.readLine();
        return line == null ? "" : line;
    }

    /// Kills it as the operating system does, without a chance to clean up.
    public void kill() throws InterruptedException {
        // Not through the process itself: that would throw away what it printed and nobody has read yet.
        process.toHandle().destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not die");
        }
    }

    /// Waits for its end: the exit code, and all that it printed.
    public End end() throws IOException, InterruptedException {
        String printed = output.readAllAsString();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("it does not end: " + printed);
        }
        return new End(process.exitValue(), printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// How it ended.
    public record End(int code, String printed) {}
}
