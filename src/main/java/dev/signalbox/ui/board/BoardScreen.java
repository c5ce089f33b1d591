package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.domain.ci.RepositoryId;
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
import dev.signalbox.ui.shell.Wall;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.TokenColours;
import dev.signalbox.ui.widget.LateLayer;
import dev.signalbox.ui.widget.Layer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The board as a screen of the console.
public final class BoardScreen implements Screen, PaletteSource {

    private final BoardViewModel model;
    private final BoardView view;
    private final PodLogViewModel podLog;
    private final BoardEntries entries;
    private @Nullable Place wanted;

    /// @param offer takes what the board looks at
    /// @param proposals takes what a person wants
    /// @param trigger asks which workflow to start, in the given repository if one is meant
    /// @param openPage shows a page in the browser
    /// @param memory how the board was left last time
    /// @param background where rows are made and what is read of logs is kept
    /// @param fx the screen's thread
    public BoardScreen(
            Consumer<Change> offer,
            Proposals proposals,
            Navigation navigation,
            Consumer<@Nullable RepositoryId> trigger,
            Consumer<URI> openPage,
            BoardMemory memory,
            Executor background,
            Executor fx) {
        model = new BoardViewModel(offer, proposals, memory, background, fx);
        model.afterPage(this::openWanted);
        podLog = new PodLogViewModel(offer, background, fx);
        view = new BoardView(model, navigation, () -> trigger.accept(null), openPage, podLog);
        entries = new BoardEntries(proposals, navigation, trigger::accept);
    }

    /// The board as it stood last time, painted where the board will be, while the console opens. Nothing can be pressed on it.
    ///
    /// @param colours of the theme in force
    /// @param now the time that ages count to
    public static Region preview(BoardPreview kept, TokenColours colours, Appearance appearance, Instant now) {
        return new PreviewPane(kept, colours, appearance, now);
    }

    /// From now on logs are shown without the secrets that the console holds.
    public void hideWith(Supplier<Redaction> secrets) {
        podLog.log().hideWith(secrets);
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

    /// The board as it hangs on a wall.
    public Wall wall() {
        return new WallView(model);
    }

    /// What the board lays over the window: a pod's log.
    public Layer layer() {
        return new LateLayer(podLog.openProperty(), () -> new PodLogView(podLog));
    }

    @Override
    public List<KeyLine> keys() {
        return List.of(
                new KeyLine("↑ ↓ ← →", "Choose a cell"),
                new KeyLine("Enter", "Go to the run or approval; open a tile's group"),
                new KeyLine("Space", "Show the group as rows or as tiles"),
                new KeyLine("Ctrl G", "Show all groups as tiles, or as rows again"),
                new KeyLine("Ctrl R", "Roll back what is chosen"),
                new KeyLine("Ctrl F", "Filter services"),
                new KeyLine("Esc", "Close the drawer"));
    }

    @Override
    public List<KeyGroup> partKeys() {
        return List.of(LogView.keyGroup());
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
    public Place here() {
        Selection chosen = model.selection().get();
        return chosen == null
                ? new Place.AtScreen(id())
                : new Place.AtTarget(chosen.service(), chosen.environment());
    }

    @Override
    public boolean open(Place place) {
        return switch (place) {
            case Place.AtScreen(String id) -> id.equals(id());
            case Place.AtService(String service) -> openSoon(place, service);
            case Place.AtTarget(String service, String environment) -> openSoon(place, service);
            default -> false;
        };
    }

    /// What is not on the board may be on the page that is being made.
    private boolean openSoon(Place place, String service) {
        boolean known = model.has(service);
        wanted = known || !model.isCurrent() ? place : null;
        if (known) {
            openWanted();
        }
        return known || wanted != null;
    }

    private void openWanted() {
        switch (wanted) {
            case Place.AtService(String service) when model.has(service) -> view.reveal(service);
            case Place.AtTarget(String service, String environment) when model.has(service) -> {
                model.select(service, environment);
                view.reveal(service);
            }
            case null, default -> {
                return;
            }
        }
        wanted = null;
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return entries.of(model.board(), state, now);
    }

    @Override
    public List<PaletteEntry> acts(TypedWords typed, ConsoleState state, Instant now) {
        return entries.acts(typed, model.board(), state);
    }
}
