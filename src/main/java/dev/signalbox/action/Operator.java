package dev.signalbox.action;

import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;

/// The one way for a screen to change anything outside. Every call returns at once; what comes of it is in the state
/// (`drafts` and `actions`).
public interface Operator {

    /// Reads what is needed and makes a plan of the intent, to be shown as the draft with the returned id.
    DraftId prepare(Intent intent);

    /// Runs the draft's plan, just as it was shown. A second confirmation of the same plan makes no second change.
    void confirm(DraftId draft);

    /// Forgets a draft that was not confirmed.
    void discard(DraftId draft);

    /// Reads again whether an action of unknown outcome took effect. Sends nothing.
    void checkAgain(PlanId action);

    /// Closes an action of unknown outcome without settling it; the note is kept in the journal.
    void close(PlanId action, String note);
}
