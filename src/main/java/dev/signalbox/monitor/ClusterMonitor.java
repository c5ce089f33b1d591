package dev.signalbox.monitor;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.ClusterWatch;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.PodLogKey;
import dev.signalbox.state.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps everything of one cluster fresh: the watch pushes, and what a screen looks at in detail is read beside it.
public final class ClusterMonitor implements AutoCloseable {

    private static final Duration PERMITS = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(10);

    /// Of one followed log, on disk.
    private static final long MOST_BYTES = 64_000_000;

    private final Cluster cluster;
    private final Store store;
    private final GoodRevisionKeeper keeper;
    private final InstantSource clock;
    private final Executor workers;
    private final Map<Object, Instant> nextAt = new HashMap<>();
    private final Set<Object> running = new HashSet<>();
    private final Map<PodLogKey, PodLogFollower> followed = new HashMap<>();
    private final Path podLogs;
    private Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;
    private @Nullable AutoCloseable watching;
    private volatile @Nullable Instant attended;
    private boolean closed;

    /// @param workers run single reads; they block
    /// @param podLogs folder for logs that are followed
    public ClusterMonitor(
            Cluster cluster, Store store, GoodRevisionKeeper keeper, InstantSource clock, Executor workers,
            Path podLogs) {
        this.cluster = cluster;
        this.store = store;
        this.keeper = keeper;
        this.clock = clock;
        this.workers = workers;
        this.podLogs = podLogs;
    }

    /// The same, whose files of logs hold none of the secrets that the console holds.
    public synchronized ClusterMonitor hiding(Supplier<Redaction> secrets) {
        known = secrets;
        return this;
    }

    /// Begins to watch. What is known from the last start and is not there any more goes once the list is there.
    public synchronized void start() {
        watching = watch(new Rediscovery(cluster.id(), clock.instant()));
    }

    /// Drops the connections on which is watched, lists everything anew and goes on from there. What went away meanwhile is
    /// missed when the new list is there. May block; does nothing before [#start].
    public void again() throws Exception {
        AutoCloseable before;
        synchronized (this) {
            before = watching;
            watching = null;
        }
        if (before == null) {
            return;
        }
        before.close();
        synchronized (this) {
            if (!closed) {
                keeper.blind(cluster.id(), clock.instant());
                watching = watch(new Rediscovery(cluster.id(), clock.instant()));
            }
        }
    }

    private AutoCloseable watch(Rediscovery missing) {
        return cluster.watch().start(cluster.namespaces(), new ClusterWatch.Listener() {
            @Override
            public void seen(Workload workload, Instant at) {
                missing.seen(workload.key());
                store.offer(new Change.WorkloadSeen(workload, at));
                attend(at);
                keeper.seen(workload, at);
            }

            @Override
            public void gone(WorkloadKey workload, Instant at) {
                forget(workload);
            }

            @Override
            public void live(Instant at) {
                missing.goneAt(at, store.current().workloads().keySet()).forEach(ClusterMonitor.this::forget);
                store.offer(new Change.ConnectionAnswered(cluster.id(), at));
                attend(at);
                keeper.live(cluster.id(), at);
            }

            @Override
            public void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt) {
                store.offer(new Change.ConnectionTroubled(cluster.id(), problem, retryAt));
                keeper.blind(cluster.id(), at);
            }
        });
    }

    private void forget(WorkloadKey workload) {
        store.offer(new Change.WorkloadGone(workload));
        keeper.gone(workload);
    }

    /// What the watch tells first after a sleep may come before anybody else noticed that the computer slept.
    private void attend(Instant at) {
        Instant before = attended;
        if (before != null && before.plus(SleepMonitor.LIMIT).isBefore(at)) {
            keeper.blind(cluster.id(), at);
        }
        attended = at;
    }

    /// Starts single reads that are due: permits of namespaces on the board, logs of pods that are looked at.
    public synchronized Duration step() {
        Instant now = clock.instant();
        attend(now);
        ConsoleState state = store.current();
        Set<WorkloadKey> shown = new HashSet<>();
        Set<PodLogKey> logs = new HashSet<>();
        for (Focus focus : state.focus().values()) {
            focus.workloads().stream().filter(w -> w.cluster().equals(cluster.id())).forEach(shown::add);
            focus.podLogs().stream().filter(l -> l.workload().cluster().equals(cluster.id())).forEach(logs::add);
        }
        for (WorkloadKey workload : shown) {
            for (ClusterVerb verb : ClusterVerb.values()) {
                PermitKey key = PermitKey.of(workload, verb);
                due(key, now, PERMITS,
                        () -> new Change.PermitRead(key, attempt(() -> cluster.workloads().permit(key))));
            }
        }
        follow(logs);
        return Duration.ofMillis(250);
    }

    private void follow(Set<PodLogKey> wanted) {
        for (PodLogKey key : wanted) {
            if (!followed.containsKey(key)) {
                PodLogFollower follower = new PodLogFollower(key, podLogs, MOST_BYTES, known, store::offer);
                followed.put(key, follower);
                follower.start(cluster.logs());
            }
        }
        List<PodLogFollower> over =
                followed.entrySet().stream().filter(e -> !wanted.contains(e.getKey())).map(Map.Entry::getValue)
                        .toList();
        followed.values().removeAll(over);
        over.forEach(follower -> workers.execute(() -> stop(follower)));
    }

    private static void stop(PodLogFollower follower) {
        try {
            follower.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.getLogger(ClusterMonitor.class.getName())
                    .log(System.Logger.Level.DEBUG, "A followed log did not end well: " + e.getClass().getSimpleName());
        }
    }

    private void due(Object key, Instant now, Duration interval, Supplier<Change> read) {
        Instant at = nextAt.get(key);
        // Later than any pause only when the clock was set back.
        if (running.contains(key) || at != null && at.isAfter(now) && !at.isAfter(now.plus(interval))) {
            return;
        }
        running.add(key);
        workers.execute(() -> {
            Duration wait = RETRY;
            try {
                Change change = read.get();
                boolean good = !(change instanceof Change.PermitRead(var k, Answer.Bad<?> bad));
                wait = good ? interval : RETRY;
                store.offer(change);
            } finally {
                finish(key, wait);
            }
        });
    }

    private synchronized void finish(Object key, Duration wait) {
        running.remove(key);
        nextAt.put(key, clock.instant().plus(wait));
    }

    private <T> Answer<T> attempt(Reads.Read<T> read) {
        try {
            return new Answer.Good<>(read.get(), clock.instant());
        } catch (RemoteFailure failure) {
            return new Answer.Bad<>(failure.problem(), clock.instant());
        }
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        followed.values().forEach(ClusterMonitor::stop);
        followed.clear();
        if (watching != null) {
            watching.close();
        }
    }
}
