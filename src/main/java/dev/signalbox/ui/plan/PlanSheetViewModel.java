package dev.signalbox.ui.plan;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The confirmation sheet: one intent at a time, from its preparation to its end.
public final class PlanSheetViewModel implements Proposals {

    private final Operator operator;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private @Nullable Intent intent;
    private @Nullable DraftId draft;
    private @Nullable DraftId confirmed;
    private boolean distrusted;
    private Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;
    private Consumer<URI> openPage = page -> {};

    public PlanSheetViewModel(Operator operator) {
        this.operator = operator;
        confirmable = Bindings.createBooleanBinding(this::isConfirmable, card, typed, pressed);
    }

    /// From now on this takes secrets out of what is shown and copied.
    public void hideWith(Supplier<Redaction> secrets) {
        known = secrets;
    }

    /// From now on this shows a page of the web.
    public void openPagesWith(Consumer<URI> browser) {
        openPage = browser;
    }

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SheetCard> card = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper pressed = new ReadOnlyBooleanWrapper(false);
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanBinding confirmable;

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable SheetCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// What was typed into the name field.
    StringProperty typedProperty() {
        return typed;
    }

    /// Whether the button may be pressed now: the plan is there, fresh, not pressed yet, and its name typed exactly.
    BooleanBinding confirmable() {
        return confirmable;
    }

    // Commands

    @Override
    public void propose(Intent wanted) {
        DraftId before = draft;
        if (before != null && confirmed == null) {
            operator.discard(before);
        }
        intent = wanted;
        confirmed = null;
        distrusted = false;
        typed.set("");
        pressed.set(false);
        draft = operator.prepare(wanted);
        refresh();
        open.set(true);
    }

    /// Takes what is known now.
    public void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        if (open.get()) {
            refresh();
        }
    }

    /// Runs the plan as it is shown. However often it is called, the operator hears it once.
    void confirm() {
        DraftId shown = draft;
        if (shown == null || !isConfirmable()) {
            return;
        }
        pressed.set(true);
        confirmed = shown;
        operator.confirm(shown);
        refresh();
    }

    /// Makes the plan anew, from what is true now.
    void prepareAgain() {
        if (intent != null && confirmed == null) {
            propose(intent);
        }
    }

    /// What was seen before this is not to be confirmed any more without a new look: the computer slept.
    public void distrust() {
        distrusted = true;
        if (open.get()) {
            refresh();
        }
    }

    /// Closes the sheet. A plan that was not confirmed is forgotten; an action goes on by itself.
    public void dismiss() {
        if (draft != null && confirmed == null) {
            operator.discard(draft);
        }
        open.set(false);
        draft = null;
        intent = null;
        card.set(null);
        typed.set("");
    }

    /// Reads again what became of an action of unknown outcome.
    void checkAgain() {
        PlanId action = action();
        if (action != null) {
            operator.checkAgain(action);
        }
    }

    /// Proposes the way back of the action that has ended.
    void undo() {
        PlanId id = action();
        ActionRecord action = id == null ? null : state.actions().get(id);
        if (action != null && action.plan().undo() instanceof Undo.ByIntent(String words, Intent back)) {
            propose(back);
        }
    }

    /// Shows the request that the action has opened on its provider's pages.
    void openRequest() {
        if (card.get() instanceof SheetCard.Running running && running.request() != null
                && running.request().page() != null) {
            openPage.accept(running.request().page());
        }
    }

    private @Nullable PlanId action() {
        return draft != null && state.drafts().get(draft) instanceof Draft.Confirmed c ? c.plan() : null;
    }

    private boolean isConfirmable() {
        return card.get() instanceof SheetCard.Ready ready
                && !pressed.get()
                && !ready.expired()
                && (ready.typed().isEmpty() || ready.typed().equals(typed.get()));
    }

    private void refresh() {
        if (draft != null && intent != null) {
            if (state.drafts().get(draft) instanceof Draft.Refused) {
                // Also when it was confirmed a moment too late: nothing goes on from here, so it can be prepared anew.
                confirmed = null;
                pressed.set(false);
            }
            // A plan that is not trusted is shown as one that lay there for too long.
            Instant shown = distrusted && confirmed == null ? now.plus(Plan.SHELF_LIFE).plusSeconds(1) : now;
            card.set(SheetRows.of(state, draft, intent, shown, known.get()));
        }
    }
}
