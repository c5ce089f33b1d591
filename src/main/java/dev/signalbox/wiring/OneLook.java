package dev.signalbox.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A look that is taken again and again, and never twice at once: what is looked at may not answer for a long time, and
/// looks must not heap up behind it.
final class OneLook {

    private final Runnable look;
    private final Executor workers;
    private final AtomicBoolean looking = new AtomicBoolean();

    /// @param look may block
    /// @param workers where is looked; one that takes no more work ends the looking, since the console closes
    OneLook(Runnable look, Executor workers) {
        this.look = look;
        this.workers = workers;
    }

    /// Looks once, on a worker, unless the last look is still going on.
    void take() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            workers.execute(() -> {
                try {
                    look.run();
                } finally {
                    looking.set(false);
                }
            });
        } catch (RejectedExecutionException closing) {
            looking.set(false);
        }
    }
}
