package dev.signalbox.ui.bridge;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/// Takes states from any thread, keeps only the newest, and delivers it once per turn of the screen's queue: a burst of
/// a hundred thousand states is one delivery. The time is delivered with it, so that ages move with [#tick()].
public final class FxInbox {

    private final Executor fx;
    private final InstantSource clock;
    private final AtomicReference<ConsoleState> newest = new AtomicReference<>(ConsoleState.EMPTY);
    private final AtomicBoolean deliveryComing = new AtomicBoolean();
    private final List<BiConsumer<ConsoleState, Instant>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /// @param fx runs work on the screen's thread
    public FxInbox(Executor fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
    }

    /// Takes a state; returns at once.
    public void offer(ConsoleState state) {
        newest.set(state);
        deliverSoon();
    }

    /// Delivers the newest state once more, with a later time.
    public void tick() {
        deliverSoon();
    }

    /// Hears the newest state from now on, beginning with the one that is there.
    public Runnable listen(BiConsumer<ConsoleState, Instant> listener) {
        listeners.add(listener);
        deliverSoon();
        return () -> listeners.remove(listener);
    }

    /// The screens are gone: what is under way to them is thrown away, since what they would do with it may have ended.
    public void close() {
        closed = true;
    }

    private void deliverSoon() {
        if (deliveryComing.compareAndSet(false, true)) {
            fx.execute(this::deliver);
        }
    }

    private void deliver() {
        // Opened before the state is read: a state that arrives from here on gets its own delivery, none is lost.
        deliveryComing.set(false);
        if (closed) {
            return;
        }
        ConsoleState state = newest.get();
        Instant now = clock.instant();
        RuntimeException bug = null;
        for (BiConsumer<ConsoleState, Instant> listener : listeners) {
            try {
                listener.accept(state, now);
            } catch (RuntimeException thrown) {
                // Kept until the others have heard: one broken screen must not freeze the rest.
                bug = thrown;
            }
        }
        if (bug != null) {
            throw bug;
        }
    }
}
