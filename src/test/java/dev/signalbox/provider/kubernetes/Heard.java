package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.ClusterWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Remembers what a watch said, and waits for more.
final class Heard implements ClusterWatch.Listener {

    private final List<Workload> seen = new ArrayList<>();
    private final List<WorkloadKey> gone = new ArrayList<>();
    private final List<RemoteProblem> problems = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private boolean busy;

    @Override
    public void seen(Workload workload, Instant at) {
        note("seen " + workload.key().name(), () -> seen.add(workload));
    }

    @Override
    public void gone(WorkloadKey workload, Instant at) {
        note("gone " + workload.name(), () -> gone.add(workload));
    }

    @Override
    public void live(Instant at) {
        note("live", () -> {});
    }

    @Override
    public void troubled(RemoteProblem problem, Instant at, @Nullable Instant retryAt) {
        note("troubled", () -> problems.add(problem));
    }

    Workload await(Predicate<Workload> wanted) throws InterruptedException {
        lock.lock();
        try {
            until(() -> seen.stream().anyMatch(wanted));
            return seen.stream().filter(wanted).reduce((a, b) -> b).orElseThrow();
        } finally {
            lock.unlock();
        }
    }

    void awaitLog(Predicate<List<String>> wanted) throws InterruptedException {
        lock.lock();
        try {
            until(() -> wanted.test(log));
        } finally {
            lock.unlock();
        }
    }

    List<String> log() {
        lock.lock();
        try {
            return List.copyOf(log);
        } finally {
            lock.unlock();
        }
    }

    List<RemoteProblem> problems() {
        lock.lock();
        try {
            return List.copyOf(problems);
        } finally {
            lock.unlock();
        }
    }

    void forget() {
        lock.lock();
        try {
            seen.clear();
            log.clear();
            problems.clear();
        } finally {
            lock.unlock();
        }
    }

    private void until(java.util.function.BooleanSupplier done) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            assertThat(left).as("heard in time; so far %s", log).isPositive();
            left = more.awaitNanos(left);
        }
    }

    private void note(String what, Runnable change) {
        lock.lock();
        try {
            assertThat(busy).as("one call at a time").isFalse();
            busy = true;
            change.run();
            log.add(what);
            more.signalAll();
            busy = false;
        } finally {
            lock.unlock();
        }
    }
}
