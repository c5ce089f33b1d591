package dev.signalbox.ui.activity;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The journal on the screen: which actions are listed, which one is open, and what can still be done about it.
final class ActivityViewModel {

    private final Operator operator;
    private final Proposals proposals;
    private final TimeOfDay clock;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;
    private Consumer<URI> openPage = page -> {};

    ActivityViewModel(Operator operator, Proposals proposals, TimeOfDay clock) {
        this.operator = operator;
        this.proposals = proposals;
        this.clock = clock;
        filter.addListener((property, before, after) -> refresh());
    }

    /// From now on this takes secrets out of what is shown and copied.
    void hideWith(Supplier<Redaction> secrets) {
        known = secrets;
    }

    /// From now on this shows a page of the web.
    void openPagesWith(Consumer<URI> browser) {
        openPage = browser;
    }

    // Properties

    private final ObjectProperty<ActivityFilter> filter = new SimpleObjectProperty<>(ActivityFilter.ALL);
    private final ReadOnlyObjectWrapper<Map<ActivityFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<ActivityRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PlanId> selected = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ActivityCard> card = new ReadOnlyObjectWrapper<>(null);
    private final StringProperty note = new SimpleStringProperty("");

    ObjectProperty<ActivityFilter> filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<Map<ActivityFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ActivityRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable PlanId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ActivityCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// Why an unsettled action is closed.
    StringProperty noteProperty() {
        return note;
    }

    // Commands

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        refresh();
    }

    void select(PlanId id) {
        if (!id.equals(selected.get())) {
            note.set("");
        }
        selected.set(id);
        refresh();
    }

    boolean open(PlanId id) {
        if (!state.actions().containsKey(id)) {
            return false;
        }
        filter.set(ActivityFilter.ALL);
        select(id);
        return true;
    }

    /// Proposes the way back; the sheet shows its plan.
    void undo() {
        ActionRecord action = action();
        if (action != null
                && ActivityRows.canUndo(action)
                && action.plan().undo() instanceof Undo.ByIntent(String words, Intent back)) {
            proposals.propose(back);
        }
    }

    /// Shows the request that the action has opened on its provider's pages.
    void openRequest() {
        ActivityCard open = card.get();
        if (open != null && open.request() != null && open.request().page() != null) {
            openPage.accept(open.request().page());
        }
    }

    void checkAgain() {
        ActionRecord action = action();
        if (action != null) {
            operator.checkAgain(action.plan().id());
        }
    }

    /// Closes an unsettled action; why is kept in the journal.
    void close() {
        ActionRecord action = action();
        if (action != null && !note.get().isBlank()) {
            operator.close(action.plan().id(), note.get().strip());
            note.set("");
        }
    }

    private @Nullable ActionRecord action() {
        PlanId id = selected.get();
        return id == null ? null : state.actions().get(id);
    }

    private void refresh() {
        counts.set(ActivityRows.counts(state));
        List<ActivityRow> all = ActivityRows.of(state, filter.get(), now, clock, known.get());
        rows.set(all);
        if (action() == null || all.stream().noneMatch(r -> r.id().equals(selected.get()))) {
            // A note is about one action; it does not go over to the next.
            note.set("");
            selected.set(all.isEmpty() ? null : all.getFirst().id());
        }
        ActionRecord action = action();
        card.set(action == null ? null : ActivityRows.card(action.withoutSecrets(known.get()), state, now, clock));
    }
}
