package dev.signalbox.ui.trigger;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.widget.Late;
import dev.signalbox.ui.widget.Layer;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The form over the window in which a workflow is chosen and its inputs filled in. It starts nothing: it leads to the plan.
public final class TriggerForm implements Layer {

    private final TriggerViewModel model;
    private final Late<TriggerView> view;

    /// @param offer takes what the form looks at
    /// @param proposals takes what is to be started
    public TriggerForm(Consumer<Change> offer, Proposals proposals) {
        model = new TriggerViewModel(offer, proposals);
        view = new Late<>(() -> new TriggerView(model));
    }

    /// Shows the form.
    ///
    /// @param preset the repository to begin with, if one is meant
    public void open(@Nullable RepositoryId preset) {
        model.open(preset);
    }

    /// Takes the newest state.
    public void show(ConsoleState state, Instant now) {
        model.show(state, now);
    }

    @Override
    public Region node() {
        return view.get();
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    @Override
    public void takeFocus() {
        view.get().takeFocus();
    }
}
