package dev.signalbox.ui.activity;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.widget.Late;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Actions in flight and done, as the journal has them.
public final class ActivityScreen implements Screen {

    private final ActivityViewModel model;
    private final Late<ActivityView> view;

    public ActivityScreen(Operator operator, Proposals proposals, TimeOfDay clock) {
        model = new ActivityViewModel(operator, proposals, clock);
        view = new Late<>(() -> new ActivityView(model));
    }

    /// From now on this takes secrets out of what is shown and copied.
    public void hideWith(Supplier<Redaction> secrets) {
        model.hideWith(secrets);
    }

    /// From now on this shows a page of the web.
    public void openPagesWith(Consumer<URI> browser) {
        model.openPagesWith(browser);
    }

    @Override
    public String id() {
        return "activity";
    }

    @Override
    public String title() {
        return "Activity";
    }

    @Override
    public Feather icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Parent node() {
        return view.get();
    }

    @Override
    public void show(ConsoleState state, Instant now) {
        model.show(state, now);
    }

    @Override
    public int waiting(ConsoleState state) {
        return ActivityRows.unsettled(state);
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("↑ ↓", "Another action"),
                new KeyLine("← →", "Another filter, when one has the keyboard"));
    }

    @Override
    public void shown() {
        view.get().takeFocus();
    }

    @Override
    public Place here() {
        PlanId action = model.selectedProperty().get();
        return action == null ? new Place.AtScreen(id()) : new Place.AtAction(action);
    }

    @Override
    public boolean open(Place place) {
        return place instanceof Place.AtAction a && model.open(a.action());
    }
}
