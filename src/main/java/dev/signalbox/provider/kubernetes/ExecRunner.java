package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs a credential program: an argument list and no shell, nothing on its input, a deadline, and no more of its output
/// than a credential needs. Only standard output is read as the answer; warnings on the other stream are shown when it
/// fails.
final class ExecRunner {

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int LARGEST_COMPLAINT = 4096;

    private final Map<String, String> environment;
    private final ThreadFactory threads;
    private final Duration deadline;

    /// @param deadline after which the program and all that it started are killed
    ExecRunner(Map<String, String> environment, ThreadFactory threads, Duration deadline) {
        this.environment = environment;
        this.threads = threads;
        this.deadline = deadline;
    }

    /// @throws IOException when there is no credential; the message is a sentence for people
    ExecCredential run(ExecPlugin plugin, ClusterAccess access) throws IOException, InterruptedException {
        String name = "The credential program " + SafeText.line(plugin.command(), 100);
        Path program = new ExecPrograms(environment)
                .find(plugin.file(), plugin.command())
                .orElseThrow(() -> new IOException(name + " was not found" + hint(plugin)));
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(plugin.args());
        Path folder = Files.createTempDirectory("signalbox-credential");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            plugin.env().forEach((key, value) -> builder.environment().put(key, value.reveal()));
            builder.environment().put("KUBERNETES_EXEC_INFO", ExecCredential.question(plugin, access));
            return finish(builder.start(), plugin, name);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private ExecCredential finish(Process process, ExecPlugin plugin, String name)
            throws IOException, InterruptedException {
        AtomicBoolean flooded = new AtomicBoolean();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        CountDownLatch read = new CountDownLatch(2);
        try {
            process.getOutputStream().close();
            threads.newThread(() -> copy(process.getInputStream(), answer, LARGEST_ANSWER, read, () -> {
                flooded.set(true);
                kill(process);
            })).start();
            threads.newThread(() -> copy(process.getErrorStream(), complaint, LARGEST_COMPLAINT, read, () -> {}))
                    .start();
            boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)
                    && read.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (flooded.get()) {
                throw new IOException(name + " printed more than 1 MB and was stopped");
            }
            if (!ended) {
                throw new IOException(name + " did not finish within " + deadline.toSeconds() + " s and was stopped");
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        name + " ended with code " + process.exitValue() + words(complaint, plugin) + hint(plugin));
            }
        } finally {
            kill(process);
        }
        try {
            return ExecCredential.parse(answer.toByteArray(), plugin.apiVersion());
        } catch (IOException e) {
            throw new IOException(name + " " + e.getMessage() + words(complaint, plugin), e);
        }
    }

    /// Keeps the first `most` bytes and goes on reading, so that the program does not block on a full pipe.
    private static void copy(
            InputStream from, ByteArrayOutputStream to, int most, CountDownLatch read, Runnable whenFull) {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                int room = most - to.size();
                to.write(buffer, 0, Math.min(room, n));
                if (n > room) {
                    whenFull.run();
                }
            }
        } catch (IOException e) {
            // The program was stopped; what it printed until then is judged by its exit.
        } finally {
            read.countDown();
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String words(ByteArrayOutputStream complaint, ExecPlugin plugin) {
        String text = complaint.toString(StandardCharsets.UTF_8).strip();
        List<String> secrets = plugin.env().values().stream().map(Secret::reveal).toList();
        return text.isEmpty() ? "" : ": " + SafeText.line(new Redaction(secrets).hide(text), 400);
    }

    private static String hint(ExecPlugin plugin) {
        return plugin.installHint().isBlank() ? "" : ". " + plugin.installHint().strip();
    }
}
