package dev.signalbox.ui.shell;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.keys.KeyCommand;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.palette.PaletteView;
import dev.signalbox.ui.palette.PaletteViewModel;
import dev.signalbox.ui.plan.PlanSheetView;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.widget.LateLayer;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Everything in the window: the frame, the screens in it, the sheet and the palette over it, and the keys that work
/// everywhere.
public final class Shell {

    private static final List<KeyCode> SCREEN_KEYS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);

    private final ShellViewModel model;
    private final PlanSheetViewModel sheet;
    private final PaletteViewModel palette;
    private final Runnable refresh;
    private final ShellView view;
    private final LayerPane root;
    private final WallPane frame;
    private final ToastPane toasts = new ToastPane();
    private Consumer<Place> linker = place -> {};

    /// @param model the navigation that the screens were given
    /// @param screens in the order of the navigation
    /// @param sources what the palette leads to, beyond screens, services, runs and commits
    /// @param layers that screens lay over the window, beside the shell's own
    /// @param incidents present while practising
    /// @param refresh reads everything again
    public Shell(
            ShellViewModel model,
            List<Screen> screens,
            PlanSheetViewModel sheet,
            List<PaletteSource> sources,
            List<Layer> layers,
            @Nullable Incidents incidents,
            Runnable refresh,
            TimeOfDay clock) {
        this.model = model;
        this.sheet = sheet;
        this.refresh = refresh;
        model.show(screens);
        List<PaletteSource> all = new ArrayList<>(sources);
        all.add((state, now) -> ownEntries());
        all.add(new StateEntries(model));
        palette = new PaletteViewModel(all);
        view = new ShellView(model, this::search, refresh, incidents, clock);
        List<Layer> over = new ArrayList<>(layers);
        over.addAll(List.of(
                new LateLayer(sheet.openProperty(), () -> new PlanSheetView(sheet)),
                new LateLayer(palette.openProperty(), () -> new PaletteView(palette)),
                new LateLayer(model.keysShownProperty(), () -> new KeysView(model))));
        root = new LayerPane(view, over);
        // The wall sizes itself; what is before it grows as a person wants it.
        frame = new WallPane(new ZoomPane(root, model.zoomProperty()));
        frame.over(toasts);
        sheet.openProperty().subscribe(toasts::hold);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, model.keys()::translate);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        frame.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        model.wallProperty().addListener((property, before, up) -> raise(up));
        model.go(0);
    }

    public Parent root() {
        return frame;
    }

    /// Looks as a person wants it, in the scene that it is the root of.
    public void wear(Look look, Scene scene) {
        model.darkProperty().bindBidirectional(look.darkProperty());
        model.zoomProperty().bind(look.zoom());
        look.dress(scene);
    }

    /// Gives it what it shows on a wall.
    public void hang(Wall wall) {
        frame.hang(wall);
    }

    /// Gives it the way in which a link to a place is copied.
    public void copyLinksWith(Consumer<Place> copy) {
        linker = copy;
    }

    /// From now on this takes secrets out of what the footer says.
    public void hideWith(Supplier<Redaction> secrets) {
        view.hideWith(secrets);
    }

    /// Offers a way out of practice in its banner; nothing where nobody practises.
    public void leavePracticeWith(Runnable leave) {
        view.leavePracticeWith(leave);
    }

    /// Tells something in a corner of the window for a few seconds.
    ///
    /// @param heading one line; safe to show, as the words below it
    /// @param open what a click does; absent for nothing
    public void say(String heading, String words, @Nullable Runnable open) {
        toasts.say(heading, words, open);
    }

    /// Whether something lies over the screens, so that nobody may be led away from it.
    public boolean isCovered() {
        return root.top().isPresent() || frame.up().isPresent();
    }

    private void copyLink() {
        linker.accept(model.here());
    }

    private void raise(boolean up) {
        frame.raise(up);
        frame.up().ifPresent(wall -> wall.show(model.state(), model.now()));
        if (!up) {
            show(model.state(), model.now());
            begin();
        }
    }

    ShellViewModel model() {
        return model;
    }

    /// The window has opened: the visible screen takes the keyboard.
    public void begin() {
        Screen screen = model.currentProperty().get();
        if (screen != null) {
            screen.shown();
        }
    }

    /// Takes the newest state and the time; on the screen's thread.
    public void show(ConsoleState state, Instant now) {
        if (frame.up().isPresent()) {
            model.keep(state, now);
            frame.up().get().show(state, now);
            return;
        }
        model.show(state, now);
        view.show(state, now);
        sheet.show(state, now);
    }

    private void search() {
        if (root.top().isEmpty()) {
            palette.open(model.state(), model.now());
        }
    }

    private void onKey(KeyEvent key) {
        if (key.isConsumed()) {
            // Another key stood for it.
            return;
        }
        if (frame.up().isPresent()) {
            if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F11) {
                model.wallProperty().set(false);
            }
            // There is nothing to press on a wall, and nobody sees what a key would do behind it.
            key.consume();
            return;
        }
        if (key.getCode() == KeyCode.ESCAPE) {
            root.top().ifPresent(layer -> {
                layer.dismiss();
                key.consume();
            });
            return;
        }
        if (is(key, "Shortcut+Shift+L")) {
            model.switchTheme();
        } else if (key.getCode() == KeyCode.F5) {
            refresh.run();
        } else if (root.top().isPresent()) {
            return;
        } else if (key.getCode() == KeyCode.F11) {
            model.wallProperty().set(true);
        } else if (is(key, "Shortcut+Shift+K")) {
            copyLink();
        } else if (is(key, "Shortcut+K")) {
            search();
        } else if (is(key, "Shortcut+Comma")) {
            model.go(new Place.AtScreen("settings"));
        } else if (key.isShortcutDown() && !key.isAltDown() && SCREEN_KEYS.contains(key.getCode())) {
            model.go(SCREEN_KEYS.indexOf(key.getCode()));
        } else {
            forward(key);
            return;
        }
        key.consume();
    }

    private void forward(KeyEvent key) {
        Screen screen = model.currentProperty().get();
        if (screen != null) {
            screen.pressed(key);
        }
    }

    private void onTyped(KeyEvent key) {
        if (frame.up().isPresent()) {
            key.consume();
            return;
        }
        boolean writing = key.getTarget() instanceof TextInputControl;
        if ("?".equals(key.getCharacter()) && !writing && root.top().isEmpty()) {
            model.keysShownProperty().set(true);
            key.consume();
        }
    }

    private static boolean is(KeyEvent key, String keys) {
        return KeyCombination.valueOf(keys).match(key);
    }

    private List<PaletteEntry> ownEntries() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Screen screen : model.screens()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.SCREEN, screen.title(), "Go to the screen",
                    () -> model.go(new Place.AtScreen(screen.id()))));
        }
        entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION, model.darkProperty().get() ? "Light theme" : "Dark theme",
                model.keys().caps(KeyCommand.THEME), model::switchTheme));
        entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Copy link",
                model.keys().caps(KeyCommand.LINK) + " · to what is shown, for a colleague's console",
                this::copyLink));
        entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Read everything again", model.keys().caps(KeyCommand.REFRESH), refresh));
        entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Show on a wall", model.keys().caps(KeyCommand.WALL),
                () -> model.wallProperty().set(true)));
        if (model.state().team().place() != null) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.ACTION, "Team file", "What is in force, and what waits for a yes",
                    () -> model.teamShownProperty().set(true)));
        }
        entries.add(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Show all keys", "?", () -> model.keysShownProperty().set(true)));
        return entries;
    }
}
