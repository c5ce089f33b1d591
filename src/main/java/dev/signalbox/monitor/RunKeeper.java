package dev.signalbox.monitor;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RunHistory;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Keeps every run, job and deployment that was read anyway, and recalls what earlier runs tell about those that are
/// looked at or go on. Asks no provider. When the history cannot be used it says so and tries again later.
public final class RunKeeper {

    /// After a failure the disk gets time to become free again.
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final RunHistory memory;
    private final Store store;
    private final InstantSource clock;
    private final Executor workers;
    private final FreshSights sights = new FreshSights();
    private final Recollection recollection;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant restUntil = Instant.MIN;
    private @Nullable Map<RunId, RunPast> told;
    private String problem = "";

    /// @param workers write and query; both block
    public RunKeeper(RunHistory memory, Store store, InstantSource clock, Executor workers) {
        this.memory = memory;
        this.store = store;
        this.clock = clock;
        this.workers = workers;
        this.recollection = new Recollection(memory);
    }

    /// Takes up what is new, unless the last step is still at work; returns at once.
    public void step() {
        if (!clock.instant().isBefore(restUntil) && busy.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    keepAndRecall(store.current());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void keepAndRecall(ConsoleState state) {
        String before = problem;
        try {
            for (FreshSights.Batch batch = sights.next(state); !batch.isEmpty(); batch = sights.next(state)) {
                memory.keep(batch.runs(), batch.jobs(), batch.deployments());
                sights.kept(batch);
                recollection.changed(batch.runs());
            }
            recall(recollection.of(state, clock.instant()));
            problem = "";
        } catch (JournalFailure failure) {
            problem = String.valueOf(failure.getMessage());
            restUntil = clock.instant().plus(PAUSE);
        }
        if (!problem.equals(before)) {
            store.offer(new Change.HistoryChecked(problem));
        }
    }

    private void recall(Map<RunId, RunPast> pasts) {
        if (!pasts.equals(told == null ? Map.of() : told)) {
            told = pasts;
            store.offer(new Change.PastsRecalled(pasts));
        }
    }
}
