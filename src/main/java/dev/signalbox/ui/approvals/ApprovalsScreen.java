package dev.signalbox.ui.approvals;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.ui.approvals.ApprovalRows.Waiting;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.widget.Late;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// What waits for people, what would change, and the decision.
public final class ApprovalsScreen implements Screen, PaletteSource {

    private final Navigation navigation;
    private final ApprovalsViewModel model;
    private final Late<ApprovalsView> view;

    /// @param focus told what is looked at
    public ApprovalsScreen(
            Operator operator, Proposals proposals, Consumer<Focus> focus, Navigation navigation) {
        this.navigation = navigation;
        model = new ApprovalsViewModel(operator, proposals, focus);
        view = new Late<>(() -> new ApprovalsView(model, navigation));
    }

    /// From now on this takes secrets out of the plan that is shown and copied.
    public void hideWith(Supplier<Redaction> secrets) {
        model.hideWith(secrets);
    }

    @Override
    public String id() {
        return "approvals";
    }

    @Override
    public String title() {
        return "Approvals";
    }

    @Override
    public Feather icon() {
        return Feather.CHECK_CIRCLE;
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
        return ApprovalRows.mine(state);
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("↑ ↓", "Another one of the queue"),
                new KeyLine("Ctrl Enter", "Approve what is shown, or choose the rule first; the sheet asks once more"),
                new KeyLine("Ctrl M", "Write a comment"));
    }

    @Override
    public void pressed(KeyEvent key) {
        view.get().pressed(key);
    }

    @Override
    public void shown() {
        model.shown();
        view.get().takeFocus();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public Place here() {
        ApprovalKey key = model.selectedProperty().get();
        return key == null
                ? new Place.AtScreen(id())
                : model.environmentOf(key).<Place>map(e -> new Place.AtApproval(key.run(), e))
                        .orElseGet(() -> new Place.AtRun(key.run()));
    }

    @Override
    public boolean open(Place place) {
        return place instanceof Place.AtApproval a && model.select(a.run(), a.environment());
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return ApprovalRows.waiting(state).stream()
                .filter(w -> w.pending().canApprove())
                .map(w -> new PaletteEntry(
                        PaletteEntry.Kind.ACTION,
                        "Review " + SafeText.line(ApprovalRows.service(state, w.run()), 60) + " for "
                                + ApprovalRows.into(state, w),
                        "approve or reject " + ApprovalRows.version(w.run()) + RuleChoices.of(w.pending(), "").names(),
                        () -> go(w)))
                .toList();
    }

    /// A place names no more than run and environment: what is meant there is chosen first.
    private void go(Waiting waiting) {
        model.select(waiting.key());
        navigation.go(new Place.AtApproval(waiting.run().id(), waiting.pending().environmentName()));
    }
}
