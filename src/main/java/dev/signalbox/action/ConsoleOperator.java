package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The operator of this console: prepares, confirms and settles on the threads it is given, and tells the store.
public final class ConsoleOperator implements Operator {

    private static final int LONGEST_NOTE = 500;

    private final Store store;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Executor threads;
    private final Planner planner;
    private final PlanRunner runner;
    private final Recovery recovery;
    private final Recorder recorder;
    private final Map<DraftId, Draft> drafts = new ConcurrentHashMap<>();
    private final Set<PlanId> settling = ConcurrentHashMap.newKeySet();

    /// @param ids gives a new unique text each time
    /// @param operator who acts, readable by others: user and machine
    /// @param threads runs each task on a thread of its own, which may block; interrupted when the console closes
    public ConsoleOperator(
            Outside outside,
            Journal journal,
            Store store,
            InstantSource clock,
            Supplier<String> ids,
            String operator,
            Executor threads,
            Pause pause) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.threads = threads;
        Places places = new Places(
                () -> store.current().described(),
                repository -> store.current().repository(repository).environments().or(List.of()));
        Together together = new Together(threads);
        PlanMaker maker = new PlanMaker(clock, ids);
        WorkloadPlans workloads = new WorkloadPlans(
                outside, places, together, maker, key -> store.current().good().getOrDefault(key, List.of()), clock,
                operator);
        StartReach reach = new StartReach(store::current, places);
        planner = new Planner(outside, places, reach, together, maker, workloads, operator);
        recorder = new Recorder(journal, store, threads, pause);
        Verifier verifier = new Verifier(outside);
        Completion completion = new Completion(
                outside, new Settlement(verifier, pause), new RolloutWatch(outside, pause),
                new DeploymentWatch(outside, pause), new EnvironmentWatch(outside, pause));
        Sending sending = new Sending(outside, new Preconditions(outside, together), verifier, new Remake(planner));
        runner = new PlanRunner(
                outside, sending, completion, new Confirmations(), places::isReadOnly, clock, operator,
                (plan, who) -> RunningAction.confirmed(recorder, clock, plan, who));
        recovery = new Recovery(
                journal, completion, recorder, record -> RunningAction.takenUp(recorder, clock, record));
    }

    /// Shows what was done before and settles what an earlier console left unfinished. Called once, at the start.
    public void recover() {
        threads.execute(() -> {
            try {
                for (ActionRecord unfinished : recovery.load()) {
                    settle(unfinished, "The console stopped while doing this. Reading what became of it.");
                }
            } catch (JournalFailure e) {
                store.offer(new Change.JournalChecked(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Whether something that was done is not on disk yet: the console should not be closed now.
    public boolean owesTheJournal() {
        return recorder.owes();
    }

    @Override
    public DraftId prepare(Intent intent) {
        DraftId id = new DraftId(ids.get());
        change(id, new Draft.Preparing(id, intent));
        threads.execute(() -> {
            Draft prepared = prepared(id, intent);
            // Gone when it was discarded meanwhile.
            if (drafts.replace(id, prepared) != null) {
                store.offer(new Change.DraftChanged(prepared));
            }
        });
        return id;
    }

    private Draft prepared(DraftId id, Intent intent) {
        try {
            return new Draft.Ready(id, intent, planner.prepare(intent));
        } catch (Refusal e) {
            return new Draft.Refused(id, intent, e.reason(), e.advice());
        } catch (RemoteFailure e) {
            return new Draft.Refused(
                    id, intent, Words.of(e.problem()), Words.advice(e.problem()), e.problem());
        } catch (RuntimeException e) {
            System.getLogger(ConsoleOperator.class.getName())
                    .log(System.Logger.Level.ERROR, "A plan could not be made.", e);
            return new Draft.Refused(id, intent, "The console could not make a plan of this.", "Tell its makers.");
        }
    }

    @Override
    public void confirm(DraftId draft) {
        if (!(drafts.get(draft) instanceof Draft.Ready ready)) {
            return;
        }
        Plan plan = ready.plan();
        Draft next = plan.isExpiredAt(clock.instant())
                ? new Draft.Refused(draft, ready.intent(), "This plan was made too long ago.", "Prepare it anew.")
                : new Draft.Confirmed(draft, ready.intent(), plan.id());
        // Of two clicks only one replaces the draft that it saw.
        if (drafts.replace(draft, ready, next)) {
            store.offer(new Change.DraftChanged(next));
            if (next instanceof Draft.Confirmed) {
                threads.execute(() -> run(plan));
            }
        }
    }

    private void run(Plan plan) {
        try {
            runner.run(plan);
        } catch (InterruptedException e) {
            // Closing: the journal knows how far it came, the next start goes on from there.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void discard(DraftId draft) {
        if (drafts.remove(draft) != null) {
            store.offer(new Change.DraftDiscarded(draft));
        }
    }

    @Override
    public void checkAgain(PlanId action) {
        ActionRecord record = store.current().actions().get(action);
        if (record != null && record.phase() == Phase.UNKNOWN) {
            settle(record, "Reading again whether it took effect.");
        }
    }

    /// Looks whether something that was done was put back since. Reads only the state; called every few seconds.
    public void lookBack() {
        for (PutBack back : PutBack.in(store.current(), clock.instant())) {
            if (settling.add(back.action().plan().id())) {
                threads.execute(() -> {
                    try {
                        RunningAction.takenUp(recorder, clock, back.action()).undone(back.step(), back.words());
                    } finally {
                        settling.remove(back.action().plan().id());
                    }
                });
            }
        }
    }

    private void settle(ActionRecord record, String words) {
        PlanId id = record.plan().id();
        if (settling.add(id)) {
            threads.execute(() -> {
                try {
                    recovery.settle(record, words);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    settling.remove(id);
                }
            });
        }
    }

    @Override
    public void close(PlanId action, String note) {
        ActionRecord record = store.current().actions().get(action);
        if (record != null && record.phase() == Phase.UNKNOWN && !settling.contains(action)) {
            threads.execute(() -> RunningAction.takenUp(recorder, clock, record)
                    .end(Phase.CLOSED, "Closed without settling it: " + SafeText.lines(note, LONGEST_NOTE)));
        }
    }

    private void change(DraftId id, Draft draft) {
        drafts.put(id, draft);
        store.offer(new Change.DraftChanged(draft));
    }
}
