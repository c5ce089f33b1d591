package dev.signalbox.wiring;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The console's threads: virtual ones for everything that blocks, one that keeps time, one that applies changes.
final class Threads implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Threads.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ThreadFactory virtual = Thread.ofVirtual().name("work-", 0).factory();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(virtual);
    private final ScheduledExecutorService ticks;
    private final ScheduledExecutorService turns;
    private final boolean timePassesAsItDoes;

    /// Time passes as it does.
    Threads() {
        this(
                Executors.newSingleThreadScheduledExecutor(daemon("ticks")),
                Executors.newSingleThreadScheduledExecutor(daemon("turns")), true);
    }

    /// Both are shut down with these threads.
    ///
    /// @param ticks keeps time, which may pass faster
    /// @param turns applies changes, one batch after another
    Threads(ScheduledExecutorService ticks, ScheduledExecutorService turns) {
        this(ticks, turns, false);
    }

    private Threads(ScheduledExecutorService ticks, ScheduledExecutorService turns, boolean timePassesAsItDoes) {
        this.ticks = ticks;
        this.turns = turns;
        this.timePassesAsItDoes = timePassesAsItDoes;
    }

    /// Whether time passes as it does outside; otherwise the clocks tell nothing about the computer.
    boolean timePassesAsItDoes() {
        return timePassesAsItDoes;
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /// Makes virtual threads.
    ThreadFactory virtual() {
        return virtual;
    }

    /// Runs each task on a virtual thread of its own.
    ExecutorService workers() {
        return workers;
    }

    /// Keeps time.
    ScheduledExecutorService ticks() {
        return ticks;
    }

    /// Runs a batch of changes a little later, so that a burst becomes one batch; not at all once this is closed.
    void turn(Runnable batch, Duration pace) {
        try {
            turns.schedule(guarded(batch), pace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // Work that ends while the console closes still tells of itself; nobody looks any more.
        }
    }

    /// Runs the task again and again; not at all once this is closed. One failure is logged and does not end it.
    void every(Duration interval, Runnable task) {
        try {
            ticks.scheduleWithFixedDelay(guarded(task), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // What came late, as a token of a key ring may, is not begun any more.
        }
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RejectedExecutionException closed) {
                // A tick that was under way when this was closed; nobody waits for what it wanted.
                if (!workers.isShutdown()) {
                    LOG.log(Level.SEVERE, "A background task found no thread; it goes on", closed);
                }
            } catch (RuntimeException bug) {
                LOG.log(Level.SEVERE, "A background task failed; it goes on", bug);
            }
        };
    }

    /// Ends time first, then the work; waits a little for both.
    @Override
    public void close() {
        ticks.shutdownNow();
        workers.shutdownNow();
        turns.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warning("Some work did not end in time and was left behind");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
