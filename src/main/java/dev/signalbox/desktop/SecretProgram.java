package dev.signalbox.desktop;

import dev.signalbox.domain.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Runs a program that prints a secret, such as a password manager: an argument list and no shell, nothing on its input,
/// a deadline, and no more of its output than a secret needs. The secret is the first line. Nothing of what it prints is
/// ever part of a message: it may print the secret where a complaint is expected.
public final class SecretProgram {

    private static final int LARGEST = 64 * 1024;

    private final Map<String, String> environment;
    private final ThreadFactory threads;
    private final Duration deadline;

    /// @param environment what the program gets
    /// @param deadline after which the program and all that it started are killed
    public SecretProgram(Map<String, String> environment, ThreadFactory threads, Duration deadline) {
        this.environment = Map.copyOf(environment);
        this.threads = threads;
        this.deadline = deadline;
    }

    /// The first line that the program prints.
    ///
    /// @param line the program, by its whole path or a name on the `PATH`, and its arguments
    /// @throws IOException when there is no secret; the message is a sentence without a full stop
    public char[] run(List<String> line) throws IOException, InterruptedException {
        String name = "The program " + SafeText.line(line.getFirst(), 100);
        List<String> command = new ArrayList<>(line);
        command.set(0, find(line.getFirst()).orElseThrow(() -> new IOException(name + " was not found")).toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Output output = new Output();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CountDownLatch read = new CountDownLatch(1);
            AtomicBoolean flooded = new AtomicBoolean();
            threads.newThread(() -> {
                flooded.set(!output.take(process.getInputStream()));
                if (flooded.get()) {
                    kill(process);
                }
                read.countDown();
            }).start();
            long until = System.nanoTime() + deadline.toNanos();
            boolean ended = process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS)
                    && read.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (flooded.get()) {
                throw new IOException(name + " printed more than 64 kB and was stopped");
            }
            if (!ended) {
                throw new IOException(name + " did not finish within " + deadline.toSeconds() + " s and was stopped");
            }
            if (process.exitValue() != 0) {
                throw new IOException(name + " ended with code " + process.exitValue()
                        + "; run it in a terminal to see why");
            }
            return output.firstLine().orElseThrow(() -> new IOException(name + " printed no secret"));
        } finally {
            kill(process);
            output.wipe();
        }
    }

    /// Whether there is such a program here. Runs nothing.
    public boolean isThere(String program) {
        return find(program).isPresent();
    }

    private Optional<Path> find(String program) {
        try {
            Path path = Path.of(program);
            if (path.getNameCount() > 1 || path.isAbsolute()) {
                return Optional.of(path).filter(Path::isAbsolute).filter(SecretProgram::isProgram);
            }
            String folders = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
            return Stream.of(folders.split(File.pathSeparator))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .flatMap(folder -> Stream.of(folder.resolve(program), folder.resolve(program + ".exe")))
                    .filter(SecretProgram::isProgram)
                    .findFirst();
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// What it printed, in an array that can be wiped.
    private static final class Output extends ByteArrayOutputStream {

        Output() {
            super(LARGEST);
        }

        /// @return whether all of it had room
        boolean take(InputStream from) {
            byte[] buffer = new byte[4096];
            try (from) {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    if (n > LARGEST - size()) {
                        return false;
                    }
                    write(buffer, 0, n);
                }
            } catch (IOException stopped) {
                // What it printed until then is judged by its exit.
            } finally {
                Arrays.fill(buffer, (byte) 0);
            }
            return true;
        }

        synchronized Optional<char[]> firstLine() {
            int end = 0;
            while (end < count && buf[end] != '\n' && buf[end] != '\r') {
                end++;
            }
            CharBuffer letters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(buf, 0, end));
            char[] line = new char[letters.remaining()];
            letters.get(line);
            Arrays.fill(letters.array(), '\0');
            return line.length == 0 ? Optional.empty() : Optional.of(line);
        }

        synchronized void wipe() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }
}
