package dev.signalbox.wiring;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Keeps time that passes faster: every delay is a fraction of what was asked for.
final class FastTicks extends ScheduledThreadPoolExecutor {

    private final int speed;

    /// @param speed how many times faster
    FastTicks(String name, int speed) {
        super(1, Thread.ofPlatform().daemon().name(name).factory());
        this.speed = speed;
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, fast(delay, unit), TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return super.scheduleAtFixedRate(command, fast(first, unit), fast(period, unit), TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(command, fast(first, unit), fast(delay, unit), TimeUnit.NANOSECONDS);
    }

    private long fast(long time, TimeUnit unit) {
        return unit.toNanos(time) / speed;
    }
}
