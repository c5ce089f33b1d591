package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Writes actions down and shows them. What must be on disk before something is sent fails when it is not; what is to
/// be told afterwards is kept in memory and tried again until the disk takes it.
final class Recorder {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Journal journal;
    private final Store store;
    private final Executor threads;
    private final Pause pause;
    private final Object lock = new Object();
    private final Map<PlanId, ActionRecord> waiting = new LinkedHashMap<>();
    private boolean retrying;
    private boolean troubled;

    Recorder(Journal journal, Store store, Executor threads, Pause pause) {
        this.journal = journal;
        this.store = store;
        this.threads = threads;
        this.pause = pause;
    }

    /// Writes down what is about to happen. When this fails, it must not happen.
    void before(ActionRecord action) throws JournalFailure {
        synchronized (lock) {
            try {
                // What earlier actions are still owed comes first: the journal never tells a later thing without them.
                for (ActionRecord owed : List.copyOf(waiting.values())) {
                    journal.write(owed);
                    waiting.remove(owed.plan().id());
                }
                journal.write(action);
                works();
            } catch (JournalFailure e) {
                fails(e);
                throw e;
            }
        }
        show(action);
    }

    /// Writes down what has happened; never fails.
    void after(ActionRecord action) {
        synchronized (lock) {
            try {
                journal.write(action);
                waiting.remove(action.plan().id());
                works();
            } catch (JournalFailure e) {
                waiting.put(action.plan().id(), action);
                fails(e);
                if (!retrying) {
                    retrying = true;
                    threads.execute(this::retry);
                }
            }
        }
        show(action);
    }

    /// Shows progress that is not worth a line in the journal.
    void show(ActionRecord action) {
        store.offer(new Change.ActionRecorded(action));
    }

    /// Whether something that happened is not on disk yet: closing the console now would lose it.
    boolean owes() {
        synchronized (lock) {
            return !waiting.isEmpty();
        }
    }

    private void retry() {
        try {
            while (true) {
                pause.lasting(AGAIN);
                synchronized (lock) {
                    if (isSettled()) {
                        retrying = false;
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            synchronized (lock) {
                retrying = false;
            }
        }
    }

    private boolean isSettled() {
        try {
            for (ActionRecord owed : List.copyOf(waiting.values())) {
                journal.write(owed);
                waiting.remove(owed.plan().id());
            }
            works();
            return true;
        } catch (JournalFailure e) {
            fails(e);
            return false;
        }
    }

    private void works() {
        if (troubled && waiting.isEmpty()) {
            troubled = false;
            store.offer(new Change.JournalChecked(""));
        }
    }

    private void fails(JournalFailure e) {
        troubled = true;
        store.offer(new Change.JournalChecked(
                waiting.isEmpty()
                        ? String.valueOf(e.getMessage())
                        : e.getMessage()
                                + " What was done is kept in memory and written as soon as it can be: leave the console open."));
    }
}
