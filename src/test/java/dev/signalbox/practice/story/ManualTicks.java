package dev.signalbox.practice.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A clock and a scheduler that move only when told to: what is due runs on the caller's thread, in order.
final class ManualTicks extends AbstractExecutorService implements ScheduledExecutorService, InstantSource {

    /// Everything here goes by the clock, so ticks may be rarer than asked for; minutes pass faster so.
    private static final long LEAST_PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<Task<?>> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /// Lets this much time pass.
    void pass(Duration time) {
        Instant end = instant().plus(time);
        for (Optional<Task<?>> next = due(end); next.isPresent(); next = due(end)) {
            Task<?> task = next.get();
            synchronized (this) {
                now = task.at.isAfter(now) ? task.at : now;
            }
            task.turn();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Task<?>> due(Instant end) {
        tasks.removeIf(FutureTask::isDone);
        return tasks.stream()
                .filter(task -> !task.at.isAfter(end))
                .min(Comparator.comparing(task -> task.at));
    }

    private synchronized <T> Task<T> add(Callable<T> work, long delay, long period, TimeUnit unit) {
        long rounded = period == 0 ? 0 : Math.max(LEAST_PERIOD_NANOS, unit.toNanos(period));
        Task<T> task = new Task<>(work, now.plusNanos(unit.toNanos(delay)), Duration.ofNanos(rounded));
        tasks.add(task);
        return task;
    }

    private final class Task<T> extends FutureTask<T> implements ScheduledFuture<T> {

        private final Duration period;
        private Instant at;

        Task(Callable<T> work, Instant at, Duration period) {
            super(work);
            this.at = at;
            this.period = period;
        }

        void turn() {
            if (period.isZero()) {
                run();
            } else {
                runAndReset();
                at = at.plus(period);
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(java.util.concurrent.Executors.callable(command), delay, 0, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, delay, 0, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        return add(java.util.concurrent.Executors.callable(command), delay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long delay, long period, TimeUnit unit) {
        return add(java.util.concurrent.Executors.callable(command), delay, period, unit);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
