package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.ClusterWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Tells the listener what happened, one call at a time. A burst about one workload (a rollout step touches a dozen
/// objects) becomes one call; workloads of a namespace are held back until all its kinds were listed once, so that
/// nothing is shown half.
final class Delivery implements Runnable {

    private final ClusterWatch.Listener listener;
    private final Consumer<WorkloadKey> seen;
    private final long window;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<WorkloadKey, Long> due = new LinkedHashMap<>();
    private final Deque<Consumer<ClusterWatch.Listener>> messages = new ArrayDeque<>();
    private final Map<String, Set<WorkloadKey>> held = new HashMap<>();

    /// @param seen passes a workload on as it is when its turn comes
    /// @param window how long a burst is collected
    Delivery(
            ClusterWatch.Listener listener, Consumer<WorkloadKey> seen, Duration window, LongSupplier ticker) {
        this.listener = listener;
        this.seen = seen;
        this.window = window.toNanos();
        this.ticker = ticker;
    }

    /// Holds back what concerns this namespace.
    void hold(String namespace) {
        with(() -> held.put(namespace, new LinkedHashSet<>()));
    }

    /// Lets go what was held back.
    void release(String namespace) {
        with(() -> {
            Set<WorkloadKey> waiting = held.remove(namespace);
            if (waiting != null) {
                waiting.forEach(key -> due.putIfAbsent(key, ticker.getAsLong()));
            }
        });
    }

    void touch(WorkloadKey key) {
        with(() -> {
            Set<WorkloadKey> waiting = held.get(key.namespace());
            if (waiting != null) {
                waiting.add(key);
            } else {
                due.putIfAbsent(key, ticker.getAsLong() + window);
            }
        });
    }

    /// Forgets what was to be said about a workload, and says that it is gone, unless another one stands in its place when the
    /// turn comes.
    ///
    /// @param isBack asked then: whoever listens may have been busy for long
    void gone(WorkloadKey key, Instant at, BooleanSupplier isBack) {
        with(() -> {
            due.remove(key);
            held.values().forEach(waiting -> waiting.remove(key));
            messages.add(heard -> {
                if (!isBack.getAsBoolean()) {
                    heard.gone(key, at);
                }
            });
        });
    }

    void say(Consumer<ClusterWatch.Listener> message) {
        with(() -> messages.add(message));
    }

    @Override
    public void run() {
        try {
            while (true) {
                next().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                WorkloadKey ready = takeDue();
                if (ready != null) {
                    return () -> seen.accept(ready);
                }
                Consumer<ClusterWatch.Listener> message = messages.poll();
                if (message != null) {
                    return () -> message.accept(listener);
                }
                awaitChange();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable WorkloadKey takeDue() {
        Iterator<Map.Entry<WorkloadKey, Long>> first = due.entrySet().iterator();
        if (first.hasNext()) {
            Map.Entry<WorkloadKey, Long> entry = first.next();
            if (entry.getValue() - ticker.getAsLong() <= 0) {
                first.remove();
                return entry.getKey();
            }
        }
        return null;
    }

    private void awaitChange() throws InterruptedException {
        if (due.isEmpty()) {
            changed.await();
        } else {
            long wait = due.values().iterator().next() - ticker.getAsLong();
            if (!changed.await(Math.max(1, wait), TimeUnit.NANOSECONDS)) {
                return; // the time has come
            }
        }
    }

    private void with(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
