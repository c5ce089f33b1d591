package dev.signalbox.testing;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import java.util.ArrayList;
import java.util.List;

/// Remembers what it was asked; does nothing.
public final class FakeOperator implements Operator {

    public final List<Intent> prepared = new ArrayList<>();
    public final List<DraftId> confirmed = new ArrayList<>();
    public final List<DraftId> discarded = new ArrayList<>();
    public final List<PlanId> checked = new ArrayList<>();
    public final List<String> closed = new ArrayList<>();

    @Override
    public DraftId prepare(Intent intent) {
        prepared.add(intent);
        return new DraftId("draft-" + prepared.size());
    }

    @Override
    public void confirm(DraftId draft) {
        confirmed.add(draft);
    }

    @Override
    public void discard(DraftId draft) {
        discarded.add(draft);
    }

    @Override
    public void checkAgain(PlanId action) {
        checked.add(action);
    }

    @Override
    public void close(PlanId action, String note) {
        closed.add(action.text() + ": " + note);
    }
}
