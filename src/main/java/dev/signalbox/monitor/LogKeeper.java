package dev.signalbox.monitor;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps every job log that was fetched. Asks no provider. When logs cannot be kept it says so and tries again later.
public final class LogKeeper {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final KeptLogs memory;
    private final Store store;
    private final Troubles troubles;
    private final InstantSource clock;
    private final Executor workers;
    private final Set<JobKey> kept = new HashSet<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant restUntil = Instant.MIN;

    /// @param workers write; that blocks
    public LogKeeper(KeptLogs memory, Store store, Troubles troubles, InstantSource clock, Executor workers) {
        this.memory = memory;
        this.store = store;
        this.troubles = troubles;
        this.clock = clock;
        this.workers = workers;
    }

    /// Takes up logs that were fetched since, unless the last step is still at work; returns at once.
    public void step() {
        if (!clock.instant().isBefore(restUntil) && busy.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    keep(store.current());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void keep(ConsoleState state) {
        String problem = "";
        try {
            for (var entry : state.logs().entrySet()) {
                LogFile file = entry.getValue().value();
                if (file != null && !kept.contains(entry.getKey())) {
                    Optional<KeptLog> about = about(state, entry.getKey());
                    if (about.isPresent()) {
                        memory.keep(about.get(), file.path());
                        kept.add(entry.getKey());
                    }
                }
            }
        } catch (JournalFailure failure) {
            problem = String.valueOf(failure.getMessage());
            restUntil = clock.instant().plus(PAUSE);
        }
        troubles.with("logs", problem);
    }

    /// What a log is of; nothing while that was not read.
    private Optional<KeptLog> about(ConsoleState state, JobKey key) {
        Run run = run(state, key.run());
        return run == null
                ? Optional.empty()
                : state.run(key.run()).jobs().values().stream()
                        .map(Reading::value)
                        .flatMap(jobs -> jobs == null ? Stream.of() : jobs.stream())
                        .filter(job -> job.number() == key.job())
                        .findFirst()
                        .map(job -> new KeptLog(
                                key, run.workflowName(), run.number(), job.name(), job.conclusion(),
                                run.branch() == null ? "" : run.branch(), endOf(job)));
    }

    private Instant endOf(Job job) {
        Instant end = job.completedAt();
        return end == null ? clock.instant() : end;
    }

    private static @Nullable Run run(ConsoleState state, RunId id) {
        Run read = state.run(id).run().value();
        return read != null
                ? read
                : state.repository(id.repository()).runs().or(List.of()).stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }
}
