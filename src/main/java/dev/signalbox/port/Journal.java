package dev.signalbox.port;

import dev.signalbox.domain.plan.ActionRecord;
import java.util.List;

/// Keeps every confirmed plan and each step's fate on disk. A write returns only when it would survive the machine.
public interface Journal {

    /// Writes the record as it is now, replacing an earlier one of the same plan.
    ///
    /// @throws JournalFailure when it cannot be kept; then nothing may be sent
    void write(ActionRecord action) throws JournalFailure;

    /// Actions that were not at an end when the console last stopped, oldest first.
    List<ActionRecord> unfinished() throws JournalFailure;

    /// The newest actions, newest first.
    List<ActionRecord> recent(int atMost) throws JournalFailure;
}
