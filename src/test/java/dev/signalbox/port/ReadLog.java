package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Remembers what was read of followed logs, and waits for more.
public final class ReadLog implements PodLogs.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<RemoteProblem> problems = new ArrayList<>();
    private boolean busy;
    private boolean opened;

    @Override
    public void lines(byte[] lines, Instant at) {
        assertThat(lines.length == 0 || lines[lines.length - 1] == '\n').as("whole lines only").isTrue();
        note(() -> {
            text.writeBytes(lines);
            opened = true;
        });
    }

    @Override
    public void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt) {
        note(() -> problems.add(problem));
    }

    private void note(Runnable news) {
        synchronized (this) {
            assertThat(busy).as("one call at a time").isFalse();
            busy = true;
        }
        synchronized (this) {
            news.run();
            busy = false;
            notifyAll();
        }
    }

    public synchronized List<String> lines() {
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// The lines without their times.
    public List<String> words() {
        return lines().stream().map(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z ", "")).toList();
    }

    public synchronized List<RemoteProblem> problems() {
        return List.copyOf(problems);
    }

    /// Waits until the log is open.
    public synchronized void awaitOpened() throws InterruptedException {
        until(() -> opened, "the log was not opened");
    }

    /// Waits until the lines are as wanted.
    public synchronized void await(Predicate<List<String>> wanted) throws InterruptedException {
        until(() -> wanted.test(lines()), "still waiting for lines");
    }

    /// Waits for a problem.
    public synchronized RemoteProblem awaitProblem() throws InterruptedException {
        until(() -> !problems.isEmpty(), "no problem was told");
        return problems.getFirst();
    }

    private void until(java.util.function.BooleanSupplier good, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!good.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(otherwise + "; read " + lines() + ", problems " + problems);
            }
            wait(left);
        }
    }
}
