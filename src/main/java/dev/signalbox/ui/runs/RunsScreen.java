package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.logs.LogView;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.palette.TypedWords;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.KeyGroup;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.widget.Late;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;

/// Runs of all repositories, and one of them with its jobs, steps and log.
public final class RunsScreen implements Screen, PaletteSource {

    private final RunsViewModel model;
    private final RunEntries entries;
    private final Late<RunListView> list;
    private final Late<RunDetailView> detail;
    private final Late<BorderPane> root;

    /// @param offer takes what the screen looks at
    /// @param proposals takes what a person wants
    /// @param openPage shows a page in the browser; gets `https`, or `http` on this machine, and nothing else
    /// @param keptLogs gives logs whose runs are gone at the provider
    /// @param background where log files are read
    /// @param fx the screen's thread
    public RunsScreen(
            Consumer<Change> offer,
            Proposals proposals,
            Navigation navigation,
            Consumer<URI> openPage,
            KeptLogReader keptLogs,
            Executor background,
            Executor fx) {
        model = new RunsViewModel(offer, proposals, openPage, keptLogs, background, fx);
        entries = new RunEntries(proposals);
        list = new Late<>(() -> new RunListView(model));
        detail = new Late<>(() -> new RunDetailView(model, navigation));
        root = new Late<>(this::layOut);
    }

    /// From now on logs are shown without the secrets that the console holds.
    public void hideWith(Supplier<Redaction> secrets) {
        model.log().hideWith(secrets);
    }

    private BorderPane layOut() {
        BorderPane pane = new BorderPane();
        pane.setId("runs");
        pane.getStylesheets().add(Objects.requireNonNull(RunsScreen.class.getResource("runs.css")).toExternalForm());
        model.open().subscribe(run -> {
            boolean hadKeyboard = pane.getScene() != null && pane.getScene().getFocusOwner() != null;
            pane.setCenter(run == null ? list.get() : detail.get());
            if (hadKeyboard) {
                takeFocus();
            }
        });
        return pane;
    }

    @Override
    public String id() {
        return RunsViewModel.SCREEN;
    }

    @Override
    public String title() {
        return "Runs";
    }

    @Override
    public Feather icon() {
        return Feather.PLAY;
    }

    @Override
    public Parent node() {
        return root.get();
    }

    @Override
    public void show(ConsoleState state, Instant now) {
        model.show(state, now);
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("↑ ↓", "Another run, or another job of the open one"),
                new KeyLine("Enter", "Open the run"),
                new KeyLine("Ctrl F", "Filter runs, or search the log"),
                new KeyLine("Esc", "Back to all runs"));
    }

    @Override
    public List<KeyGroup> partKeys() {
        return List.of(LogView.keyGroup());
    }

    @Override
    public void shown() {
        model.visible(true);
        takeFocus();
    }

    @Override
    public void hidden() {
        model.visible(false);
    }

    @Override
    public Place here() {
        RunId run = model.open().get();
        return run == null ? new Place.AtScreen(id()) : new Place.AtRun(run);
    }

    @Override
    public boolean open(Place place) {
        if (place instanceof Place.AtRun at) {
            model.openRun(at.run());
            return true;
        }
        if (place instanceof Place.AtLog at) {
            model.openLog(at.job(), at.line());
            return true;
        }
        return place instanceof Place.AtScreen at && at.id().equals(id());
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return List.of();
    }

    @Override
    public List<PaletteEntry> acts(TypedWords typed, ConsoleState state, Instant now) {
        return entries.acts(typed, state, now);
    }

    private void takeFocus() {
        if (model.open().get() == null) {
            list.get().takeFocus();
        } else {
            detail.get().takeFocus();
        }
    }
}
