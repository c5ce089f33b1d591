package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import java.util.List;

/// A real journal whose writes are points at which a console may die.
final class TracedJournal implements Journal {

    private final Journal journal;
    private final Trace trace;

    TracedJournal(Journal journal, Trace trace) {
        this.journal = journal;
        this.trace = trace;
    }

    @Override
    public void write(ActionRecord action) throws JournalFailure {
        trace.begin("journal");
        journal.write(action);
        trace.end("journal");
    }

    @Override
    public List<ActionRecord> unfinished() throws JournalFailure {
        return journal.unfinished();
    }

    @Override
    public List<ActionRecord> recent(int atMost) throws JournalFailure {
        return journal.recent(atMost);
    }
}
