package dev.signalbox.practice;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets a practice world move by itself, a few times each second, however often it stumbles.
public final class WorldTicks implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorldTicks.class.getName());
    private static final long TICK_MILLIS = 200;

    private final ScheduledExecutorService ticks;
    private final Runnable move;
    private @Nullable ScheduledFuture<?> ticking;

    /// @param move lets everything happen that is due
    public WorldTicks(ScheduledExecutorService ticks, Runnable move) {
        this.ticks = ticks;
        this.move = move;
    }

    /// Begins.
    public void start() {
        ticking = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            move.run();
        } catch (RuntimeException e) {
            // Thrown on, it would end the ticking for good.
            LOG.log(Level.WARNING, "the practice world stumbled", e);
        }
    }

    /// Moves it no more.
    @Override
    public void close() {
        ScheduledFuture<?> future = ticking;
        if (future != null) {
            future.cancel(false);
        }
    }
}
