package dev.signalbox.ui.board;

import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.shell.KeyLine;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Screen;
import dev.signalbox.ui.widget.Layer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The board as a screen of the console.
public final class BoardScreen implements Screen, PaletteSource {

    private final BoardViewModel model;
    private final BoardView view;
    private final PodLogViewModel podLog;
    private final PodLogView podLogView;
    private final BoardEntries entries;

    /// @param offer takes what the board looks at
    /// @param proposals takes what a person wants
    /// @param trigger asks which workflow to start
    public BoardScreen(Consumer<Change> offer, Proposals proposals, Navigation navigation, Runnable trigger) {
        model = new BoardViewModel(offer, proposals);
        podLog = new PodLogViewModel(offer);
        view = new BoardView(model, navigation, trigger, podLog);
        podLogView = new PodLogView(podLog);
        entries = new BoardEntries(proposals, navigation);
    }

    @Override
    public String id() {
        return BoardViewModel.SCREEN;
    }

    @Override
    public String title() {
        return "Board";
    }

    @Override
    public Feather icon() {
        return Feather.GRID;
    }

    @Override
    public Parent node() {
        return view;
    }

    @Override
    public void show(ConsoleState state, Instant now) {
        model.show(state, now);
        podLog.show(state, now);
    }

    /// What the board lays over the window: a pod's log.
    public Layer layer() {
        return podLogView;
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("↑ ↓ ← →", "Choose a cell"),
                new KeyLine("Enter", "Go to the run or approval before the chosen cell"),
                new KeyLine("Space", "Open or close the chosen service's group"),
                new KeyLine("Ctrl R", "Roll back what is chosen"),
                new KeyLine("Ctrl F", "Filter services"),
                new KeyLine("Esc", "Close the drawer"));
    }

    @Override
    public void shown() {
        model.visible(true);
        view.focusList();
    }

    @Override
    public void hidden() {
        model.visible(false);
    }

    @Override
    public boolean open(Place place) {
        return switch (place) {
            case Place.AtService(String service) when model.has(service) -> {
                view.reveal(service);
                yield true;
            }
            case Place.AtTarget(String service, String environment) when model.has(service) -> {
                model.select(service, environment);
                view.reveal(service);
                yield true;
            }
            case Place.AtScreen(String id) -> id.equals(id());
            default -> false;
        };
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return entries.of(model.board(), state, now);
    }
}
