package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A disk in memory; it outlives the consoles that write on it.
final class FakeJournal implements Journal {

    private final Map<PlanId, ActionRecord> records = new LinkedHashMap<>();
    private final List<ActionRecord> written = new ArrayList<>();
    Trace trace = new Trace();
    volatile boolean full;

    @Override
    public void write(ActionRecord action) throws JournalFailure {
        String what = "journal " + action.phase() + " " + action.steps().stream().map(s -> s.fate()).toList();
        if (trace.begin(what) || full) {
            throw new JournalFailure("The disk is full.");
        }
        records.put(action.plan().id(), action);
        written.add(action);
        trace.end(what);
    }

    @Override
    public List<ActionRecord> unfinished() {
        return records.values().stream().filter(r -> !r.phase().isEnd()).toList();
    }

    @Override
    public List<ActionRecord> recent(int atMost) {
        return List.copyOf(records.values()).reversed().stream().limit(atMost).toList();
    }

    boolean intends(PlannedRequest request) {
        return records.values().stream().anyMatch(record -> record.steps().stream()
                .anyMatch(step -> step.fate() == Fate.INTENDED
                        && record.plan().steps().get(step.index()).request().equals(request)));
    }

    /// The only record.
    ActionRecord one() {
        if (records.size() != 1) {
            throw new AssertionError("records: " + records.keySet());
        }
        return records.values().iterator().next();
    }

    List<ActionRecord> written() {
        return List.copyOf(written);
    }
}
