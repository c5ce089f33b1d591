package dev.signalbox.ui.plan;

import dev.signalbox.ui.widget.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the confirmation sheet shows.
sealed interface SheetCard {

    String title();

    /// The plan is being made.
    record Preparing(String title) implements SheetCard {}

    /// There will be no plan.
    record Refused(String title, String reason, String advice) implements SheetCard {}

    /// The plan, waiting for a person.
    ///
    /// @param typed the name to type first; empty when pressing is enough
    /// @param press what the button says
    /// @param dangerous whether production is concerned
    /// @param expiry how long it may still be confirmed, in words
    record Ready(
            String title,
            String subject,
            List<StepRow> steps,
            List<String> checks,
            List<String> preview,
            List<String> warnings,
            String undo,
            boolean undoable,
            String typed,
            String press,
            boolean dangerous,
            String expiry,
            boolean expired)
            implements SheetCard {}

    /// Confirmed; how it goes.
    ///
    /// @param ended whether nothing more happens by itself
    /// @param unsettled whether a person has to look
    /// @param undo words of the way back, when there is one
    /// @param request what it has opened for others to look through, when it has
    record Running(
            String title,
            String subject,
            Mark mark,
            String phase,
            String words,
            String meaning,
            List<StepRow> steps,
            String time,
            boolean ended,
            boolean unsettled,
            @Nullable String undo,
            @Nullable OpenedRequest request)
            implements SheetCard {}
}
