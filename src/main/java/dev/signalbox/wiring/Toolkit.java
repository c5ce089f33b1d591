package dev.signalbox.wiring;

import dev.signalbox.desktop.Display;
import dev.signalbox.desktop.GraphicsDevice;
import dev.signalbox.ui.bridge.FxThread;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What draws windows. It begins to start at once, on a thread of its own, and lasts as long as the process: a toolkit
/// starts only once in it.
final class Toolkit implements AutoCloseable {

    /// A display on another machine may not answer at all.
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final FutureTask<Look> looking;
    private final Callable<Display> why;
    private final FutureTask<FxThread> starting;
    private FirstFrame frame = FirstFrame.none();

    /// What was seen of the display.
    ///
    /// @param sure whether it lets us in, too
    private record Look(Display display, boolean sure) {}

    /// One that needs no display, or knows of it.
    Toolkit() {
        this(() -> new Look(Display.READY, true), () -> Display.DEAD, () -> false);
    }

    /// @param look whether it is to be started
    /// @param why asked when it could not be started though it was to be
    /// @param plain whether nothing but the processor can draw
    private Toolkit(Callable<Look> look, Callable<Display> why, BooleanSupplier plain) {
        looking = new FutureTask<>(look);
        starting = new FutureTask<>(() -> begin(plain.getAsBoolean()));
        this.why = why;
        Thread.ofPlatform().daemon().name("toolkit").start(() -> {
            looking.run();
            if (isReady()) {
                starting.run();
            }
        });
    }

    /// One that starts as soon as there is a display for it.
    ///
    /// @param only whether nothing else would do: then a display that is likely there is tried at once. Otherwise it is made
    /// sure of first, since after a start in vain none can draw pictures in this process either
    static Toolkit on(String system, Map<String, String> environment, boolean only) {
        Callable<Display> look = () -> Display.of(system, environment);
        return new Toolkit(
                () -> only && Display.isLikely(system, environment)
                        ? new Look(Display.READY, false)
                        : new Look(look.call(), true),
                look, () -> GraphicsDevice.isAbsent(system, environment));
    }

    /// One that does not start.
    static Toolkit none() {
        return new Toolkit(() -> new Look(Display.ABSENT, true), () -> Display.ABSENT, () -> false);
    }

    private boolean isReady() {
        return looking.state() == FutureTask.State.SUCCESS && looking.resultNow().display() == Display.READY;
    }

    private static FxThread begin(boolean plain) {
        Drawing.choose(plain, System.getProperties());
        FxThread fx = new FxThread();
        fx.start(() -> {});
        return fx;
    }

    /// What there is to draw on; waits until that is known.
    Display display() throws IOException {
        try {
            Look found = looking.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return found.sure() ? found.display() : started();
        } catch (TimeoutException silence) {
            // Whatever comes of it later, nobody waits for a window any more.
            looking.cancel(false);
            return Display.DEAD;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The display could not be looked for", bug.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        }
    }

    private Display started() throws InterruptedException, TimeoutException {
        try {
            starting.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return Display.READY;
        } catch (ExecutionException refused) {
            // No field: the first logger of a process opens every jar, and the toolkit would begin to start after that.
            Logger.getLogger(Toolkit.class.getName())
                    .log(Level.INFO, "The toolkit did not start", refused.getCause());
        }
        FutureTask<Display> reason = new FutureTask<>(why);
        Thread.ofPlatform().daemon().name("display").start(reason);
        try {
            Display found = reason.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return found == Display.READY ? Display.DEAD : found;
        } catch (ExecutionException unknown) {
            return Display.DEAD;
        }
    }

    /// Its thread; waits until it has started. Only where the display is ready.
    FxThread fx() throws InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The console could not be opened", bug.getCause());
        }
    }

    /// Has this be seen first, and waits until it is: whatever else a start does would take the processor from it, and more work
    /// for the screen's thread would come before its painting. Before anything else is shown.
    void show(FirstFrame first) throws InterruptedException {
        frame = first;
        if (first.isNothing()) {
            return;
        }
        FxThread fx = fx();
        fx.execute(() -> first.show(fx));
        first.await();
    }

    /// What is seen first.
    FirstFrame frame() {
        return frame;
    }

    @Override
    public void close() {
        try {
            if (isReady()) {
                starting.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).exit();
            }
        } catch (TimeoutException silence) {
            // A display that takes connections and says nothing: the process ends without it.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException neverStarted) {
            // Who asked for it was told.
        }
    }
}
