package dev.signalbox.ui.bridge;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes what a screen shows away from the screen's thread: one work at a time, always on the newest order; what lies
/// between is never made. The product is delivered on the screen's thread, the newest one only.
///
/// The work may keep things from one order to the next, since it is never done twice at once.
///
/// @param <I> an order
/// @param <O> its product
public final class Workshop<I, O> {

    private final Executor background;
    private final Executor fx;
    private final Function<I, O> work;
    private final Consumer<O> deliver;
    private final AtomicReference<@Nullable O> made = new AtomicReference<>();
    private final Object lock = new Object();
    private @Nullable I wanted;
    private boolean busy;

    /// @param background where the work is done; may run it at once, as tests do
    /// @param fx the screen's thread
    public Workshop(Executor background, Executor fx, Function<I, O> work, Consumer<O> deliver) {
        this.background = background;
        this.fx = fx;
        this.work = work;
        this.deliver = deliver;
    }

    /// Takes an order; it takes the place of one that was not begun.
    public void want(I order) {
        synchronized (lock) {
            wanted = order;
            if (busy) {
                return;
            }
            busy = true;
        }
        begin();
    }

    private void begin() {
        try {
            background.execute(this::workOff);
        } catch (RejectedExecutionException closed) {
            // The console closes; nobody looks at this any more.
        }
    }

    private void workOff() {
        for (I next = next(); next != null; next = next()) {
            boolean done = false;
            try {
                O product = work.apply(next);
                done = true;
                if (made.getAndSet(product) == null) {
                    fx.execute(this::hand);
                }
            } finally {
                if (!done) {
                    // A bug in one order must not close the workshop for the next one.
                    restart();
                }
            }
        }
    }

    private @Nullable I next() {
        synchronized (lock) {
            I next = wanted;
            wanted = null;
            busy = next != null;
            return next;
        }
    }

    private void restart() {
        synchronized (lock) {
            busy = wanted != null;
            if (!busy) {
                return;
            }
        }
        begin();
    }

    private void hand() {
        O product = made.getAndSet(null);
        if (product != null) {
            deliver.accept(product);
        }
    }
}
