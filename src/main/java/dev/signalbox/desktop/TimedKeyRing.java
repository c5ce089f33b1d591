package dev.signalbox.desktop;

import dev.signalbox.port.KeyRing;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A key ring whose answers come in time. Every question is asked on a thread of its own, which is left behind when the
/// ring does not answer; while one is left behind, nothing more is asked, so that a dead ring costs one thread and not
/// one for every try.
final class TimedKeyRing implements KeyRing {

    private final KeyRing ring;
    private final ThreadFactory threads;
    private final Duration patience;

    private @Nullable FutureTask<Answer> last;

    /// @param ring may take for ever, and may throw
    /// @param threads make threads that do not keep the process alive
    TimedKeyRing(KeyRing ring, ThreadFactory threads, Duration patience) {
        this.ring = ring;
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public Answer read(String item) {
        return ask(() -> ring.read(item));
    }

    @Override
    public Answer write(String item, char[] text) {
        // The caller wipes its own, perhaps before a slow ring has read it.
        char[] copy = text.clone();
        return ask(() -> {
            try {
                return ring.write(item, copy);
            } finally {
                Arrays.fill(copy, '\0');
            }
        });
    }

    @Override
    public Answer remove(String item) {
        return ask(() -> ring.remove(item));
    }

    private synchronized Answer ask(Supplier<Answer> question) {
        if (last != null && !last.isDone()) {
            return new Answer.Silent(patience);
        }
        AtomicBoolean tooLate = new AtomicBoolean();
        FutureTask<Answer> task = new FutureTask<>(() -> {
            Answer answer = question.get();
            if (tooLate.get() && answer instanceof Answer.Found(char[] text)) {
                Arrays.fill(text, '\0');
            }
            return answer;
        });
        last = task;
        threads.newThread(task).start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silence) {
            tooLate.set(true);
            return new Answer.Silent(patience);
        } catch (ExecutionException broken) {
            // The message may repeat what was to be stored.
            return new Answer.Failed("its library broke (" + nameOf(broken.getCause()) + ")");
        } catch (InterruptedException stop) {
            tooLate.set(true);
            Thread.currentThread().interrupt();
            return new Answer.Failed("the question was given up");
        }
    }

    private static String nameOf(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
