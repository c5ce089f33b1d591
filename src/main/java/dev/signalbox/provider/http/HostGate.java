package dev.signalbox.provider.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Bounds the requests in flight to one host. The most urgent waiter is next; among equals the one that came first.
/// One place is never given to what merely keeps the state fresh, so that an action finds it free. Writes go one at a
/// time, with a pause between their starts.
final class HostGate {

    private final int places;
    private final Duration betweenWrites;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final List<Waiter> waiting = new ArrayList<>();
    private int taken;
    private long arrivals;
    private boolean hasWritten;
    private long lastWrite;

    HostGate(int places, Duration betweenWrites, LongSupplier ticker) {
        this.places = places;
        this.betweenWrites = betweenWrites;
        this.ticker = ticker;
    }

    /// A place in flight; closing it lets the next one in. Closing it again does nothing.
    final class Place implements AutoCloseable {

        private final Runnable also;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Runnable also) {
            this.also = also;
        }

        @Override
        public void close() {
            if (left.getAndSet(true)) {
                return;
            }
            lock.lock();
            try {
                taken--;
                wakeNext();
            } finally {
                lock.unlock();
            }
            also.run();
        }
    }

    private record Waiter(Priority priority, long arrival, Condition turn) {}

    /// Waits for a place for a read.
    ///
    /// @throws TimeoutException when none came free in time
    Place read(Priority priority, Duration atMost) throws InterruptedException, TimeoutException {
        if (!enters(priority, atMost.toNanos())) {
            throw new TimeoutException("no place in time");
        }
        return new Place(() -> {});
    }

    /// Waits until no other write is in flight, for the pause since the last one, and for a place.
    Place write() throws InterruptedException {
        writing.lockInterruptibly();
        boolean entered = false;
        try {
            pause();
            entered = enters(Priority.ACTION, Long.MAX_VALUE);
            lastWrite = ticker.getAsLong();
            hasWritten = true;
            return new Place(writing::unlock);
        } finally {
            if (!entered) {
                writing.unlock();
            }
        }
    }

    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Condition never = lock.newCondition();
            for (long left = nanosToWait(); left > 0; left = nanosToWait()) {
                left = never.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long nanosToWait() {
        return hasWritten ? betweenWrites.toNanos() - (ticker.getAsLong() - lastWrite) : 0;
    }

    private boolean enters(Priority priority, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiter me = new Waiter(priority, arrivals++, lock.newCondition());
            waiting.add(me);
            try {
                long left = nanos;
                while (!mayEnter(me)) {
                    if (left <= 0) {
                        return false;
                    }
                    left = me.turn().awaitNanos(left);
                }
                taken++;
                return true;
            } finally {
                waiting.remove(me);
                wakeNext();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean mayEnter(Waiter me) {
        int open = me.priority().compareTo(Priority.ACTION) <= 0 || places == 1 ? places : places - 1;
        return taken < open && next() == me;
    }

    private Waiter next() {
        return waiting.stream().min(Comparator.comparing(Waiter::priority).thenComparing(Waiter::arrival))
                .orElseThrow();
    }

    private void wakeNext() {
        if (!waiting.isEmpty()) {
            next().turn().signal();
        }
    }

    /// Requests in flight now.
    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until as many requests wait as `count`; for tests.
    boolean awaitWaiting(int count, Duration most) throws InterruptedException {
        long end = ticker.getAsLong() + most.toNanos();
        while (ticker.getAsLong() < end) {
            lock.lockInterruptibly();
            try {
                if (waiting.size() >= count) {
                    return true;
                }
                lock.newCondition().await(1, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
        return false;
    }
}
