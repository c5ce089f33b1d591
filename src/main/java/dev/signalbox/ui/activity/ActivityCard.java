package dev.signalbox.ui.activity;

import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.ui.plan.OpenedRequest;
import dev.signalbox.ui.plan.StepRow;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action in full.
///
/// @param facts name and value, in pairs
/// @param undo words of the way back; `undoable` whether it can be taken now
/// @param unsettled whether a person has to look
/// @param request what it has opened for others to look through, when it has
record ActivityCard(
        PlanId id,
        String title,
        String subject,
        Mark mark,
        String phase,
        String words,
        String meaning,
        List<Fact> facts,
        List<StepRow> steps,
        String undo,
        boolean undoable,
        boolean unsettled,
        @Nullable OpenedRequest request) {

    record Fact(String name, String value) {}
}
