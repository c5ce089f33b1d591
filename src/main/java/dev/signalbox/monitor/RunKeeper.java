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

    private static final Duration DAY = Duration.ofDays(1);

    /// Some 100 MB; a limit for teams whose pipelines run by the minute.
    private static final int MOST_RUNS = 200_000;

    private final RunHistory memory;
    private final Store store;
    private final Troubles troubles;
    private final InstantSource clock;
    private final Executor workers;
    private final FreshSights sights = new FreshSights();
    private final Recollection recollection;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Duration keep;
    private volatile Instant restUntil = Instant.MIN;
    private Instant forgetAt = Instant.MIN;
    private @Nullable Map<RunId, RunPast> told;

    /// @param workers write and query; both block
    /// @param keep how old what is kept may become
    public RunKeeper(
            RunHistory memory,
            Store store,
            Troubles troubles,
            InstantSource clock,
            Executor workers,
            Duration keep) {
        this.keep = keep;
        this.memory = memory;
        this.store = store;
        this.troubles = troubles;
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
        String problem = "";
        try {
            for (FreshSights.Batch batch = sights.next(state); !batch.isEmpty(); batch = sights.next(state)) {
                memory.keep(batch.runs(), batch.jobs(), batch.deployments());
                sights.kept(batch);
                recollection.changed(batch.runs());
            }
            forget(clock.instant());
            recall(recollection.of(state, clock.instant()));
        } catch (JournalFailure failure) {
            problem = String.valueOf(failure.getMessage());
            restUntil = clock.instant().plus(PAUSE);
        }
        troubles.with("runs", problem);
    }

    private void forget(Instant now) throws JournalFailure {
        if (!now.isBefore(forgetAt)) {
            forgetAt = now.plus(DAY);
            memory.forget(now.minus(keep), MOST_RUNS);
        }
    }

    private void recall(Map<RunId, RunPast> pasts) {
        if (!pasts.equals(told == null ? Map.of() : told)) {
            told = pasts;
            store.offer(new Change.PastsRecalled(pasts));
        }
    }
}
