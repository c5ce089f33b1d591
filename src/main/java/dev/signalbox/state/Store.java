package dev.signalbox.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Holds the one state. Anybody offers changes from any thread; they are conflated by key, applied in batches on the
/// given executor, and every subscriber then hears the newest state. A subscriber that is slow gets fewer states, never old ones last.
public final class Store {

    private final Reducer reducer;
    private final Executor turns;
    private final Object lock = new Object();
    private final Object turn = new Object();
    private Map<Object, Change> waiting = new LinkedHashMap<>();
    private boolean turnComing;
    private volatile ConsoleState current = ConsoleState.EMPTY;
    private final List<Consumer<ConsoleState>> subscribers = new CopyOnWriteArrayList<>();

    /// @param turns runs one batch each time; it decides the pace (a scheduler that delays makes larger batches)
    public Store(Reducer reducer, Executor turns) {
        this.reducer = reducer;
        this.turns = turns;
    }

    /// The state as of the last batch.
    public ConsoleState current() {
        return current;
    }

    /// Takes note of a change; returns at once.
    public void offer(Change change) {
        synchronized (lock) {
            Object key = change.key();
            Change before = waiting.remove(key);
            waiting.put(key, before == null ? change : change.over(before));
            if (turnComing) {
                return;
            }
            turnComing = true;
        }
        turns.execute(this::applyWaiting);
    }

    /// Hears every new state from now on, beginning with the current one. Called on the executor of the store. What a
    /// subscriber throws is thrown to that executor after all the others have heard the state.
    public Subscription subscribe(Consumer<ConsoleState> subscriber) {
        synchronized (turn) {
            subscriber.accept(current);
            subscribers.add(subscriber);
        }
        return () -> subscribers.remove(subscriber);
    }

    /// Hears a part of the state whenever that part is no longer equal to what it was, beginning with the current one.
    public <T> Subscription select(Function<ConsoleState, T> part, Consumer<T> subscriber) {
        return subscribe(new Consumer<>() {
            private final List<T> last = new ArrayList<>(1);

            @Override
            public void accept(ConsoleState state) {
                T now = part.apply(state);
                if (last.isEmpty() || !last.getFirst().equals(now)) {
                    last.clear();
                    last.add(now);
                    subscriber.accept(now);
                }
            }
        });
    }

    private void applyWaiting() {
        synchronized (turn) {
            List<Change> batch;
            synchronized (lock) {
                batch = List.copyOf(waiting.values());
                waiting = new LinkedHashMap<>();
                turnComing = false;
            }
            ConsoleState next = reducer.apply(current, batch);
            if (next != current) {
                current = next;
                tell(next);
            }
        }
    }

    private void tell(ConsoleState next) {
        RuntimeException bug = null;
        for (Consumer<ConsoleState> subscriber : subscribers) {
            try {
                subscriber.accept(next);
            } catch (RuntimeException thrown) {
                // Kept until the others have heard: one broken screen must not blind a monitor.
                if (bug == null) {
                    bug = thrown;
                } else {
                    bug.addSuppressed(thrown);
                }
            }
        }
        if (bug != null) {
            throw bug;
        }
    }

    /// A handle that ends a subscription.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
