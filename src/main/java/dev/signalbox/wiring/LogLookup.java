package dev.signalbox.wiring;

import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.ui.search.LogFinder;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks into the kept logs in the background; the newest question alone is answered.
final class LogLookup implements LogFinder {

    private static final int MOST = 50;

    private final Supplier<@Nullable KeptLogs> logs;
    private final Executor workers;
    private final Executor fx;
    private final AtomicLong asked = new AtomicLong();

    /// @param logs absent as long as the configuration was not read
    LogLookup(Supplier<@Nullable KeptLogs> logs, Executor workers, Executor fx) {
        this.logs = logs;
        this.workers = workers;
        this.fx = fx;
    }

    @Override
    public void find(String text, Consumer<LogHits> found, Consumer<String> failed) {
        long mine = asked.incrementAndGet();
        workers.execute(() -> {
            KeptLogs kept = logs.get();
            try {
                LogHits hits = kept == null
                        ? new LogHits(List.of(), 0, true)
                        : kept.search(
                                text, MOST, () -> asked.get() != mine,
                                some -> answer(mine, () -> found.accept(some)));
                answer(mine, () -> found.accept(hits));
            } catch (JournalFailure failure) {
                answer(mine, () -> failed.accept(String.valueOf(failure.getMessage())));
            }
        });
    }

    private void answer(long mine, Runnable answer) {
        if (asked.get() == mine) {
            fx.execute(answer);
        }
    }
}
