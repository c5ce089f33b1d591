package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.port.Journal;
import dev.signalbox.port.JournalFailure;
import java.util.List;
import java.util.function.Function;

/// Takes up what a console that was killed left behind: says what it had been doing and reads what really happened.
/// Sends nothing; to do it after all, the intent is prepared anew.
final class Recovery {

    private static final int SHOWN = 200;

    private final Journal journal;
    private final Completion completion;
    private final Recorder recorder;
    private final Function<ActionRecord, RunningAction> takenUp;

    Recovery(
            Journal journal, Completion completion, Recorder recorder, Function<ActionRecord, RunningAction> takenUp) {
        this.journal = journal;
        this.completion = completion;
        this.recorder = recorder;
        this.takenUp = takenUp;
    }

    /// Shows what was done before; returns what is left to be settled.
    List<ActionRecord> load() throws JournalFailure {
        journal.recent(SHOWN).reversed().forEach(recorder::show);
        return journal.unfinished();
    }

    /// Settles one action by reading.
    ///
    /// @param words what is said meanwhile
    void settle(ActionRecord record, String words) throws InterruptedException {
        RunningAction action = takenUp.apply(record);
        String title = record.plan().title();
        boolean reached = false;
        boolean refused = false;
        for (ActionRecord.StepRecord step : record.steps()) {
            if (!action.step(step.index()).courtesy()) {
                reached |= Completion.mayHaveEffect(step.fate());
                refused |= step.fate() == ActionRecord.Fate.NOT_APPLIED;
            }
        }
        if (reached) {
            action.say(words);
            completion.finish(action, completion.accept(action));
        } else if (refused) {
            action.end(Phase.FAILED, "The server had refused it before the console stopped; nothing was changed.");
        } else {
            action.end(
                    Phase.STOPPED,
                    "The console stopped when it was about to do this (“" + title
                            + "”). Nothing was sent. Prepare it anew to do it now.");
        }
    }
}
