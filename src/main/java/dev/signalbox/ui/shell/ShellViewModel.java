package dev.signalbox.ui.shell;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.keys.KeyMemory;
import dev.signalbox.ui.keys.KeyTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/// Which screen is visible, in which theme, and the way to places. Screens are given after it is made, since they need it.
public final class ShellViewModel implements Navigation {

    private final KeyTable keys;
    private final List<Screen> screens = new ArrayList<>();
    private BiConsumer<ConnectionId, String> truster = (cluster, seen) -> {};
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;

    /// With preset keys.
    public ShellViewModel() {
        this(new KeyTable(KeyMemory.NONE));
    }

    public ShellViewModel(KeyTable keys) {
        this.keys = keys;
    }

    /// What takes a cluster for the one that is meant, though it has changed.
    ///
    /// @param trusting told the cluster, and what was shown of it to whoever says yes
    public void trustWith(BiConsumer<ConnectionId, String> trusting) {
        truster = trusting;
    }

    void trust(ConnectionId cluster, String seen) {
        truster.accept(cluster, seen);
    }

    // Properties

    private final ReadOnlyObjectWrapper<@Nullable Screen> current = new ReadOnlyObjectWrapper<>(null);
    private final BooleanProperty dark = new SimpleBooleanProperty(true);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final BooleanProperty wall = new SimpleBooleanProperty(false);
    private final BooleanProperty keysShown = new SimpleBooleanProperty(false);
    private final BooleanProperty teamShown = new SimpleBooleanProperty(false);
    private final BooleanProperty vaultShown = new SimpleBooleanProperty(false);

    ReadOnlyObjectProperty<@Nullable Screen> currentProperty() {
        return current.getReadOnlyProperty();
    }

    BooleanProperty darkProperty() {
        return dark;
    }

    /// How large everything is drawn, 1 for 100 %.
    DoubleProperty zoomProperty() {
        return zoom;
    }

    BooleanProperty keysShownProperty() {
        return keysShown;
    }

    /// Whether the sheet of the team file lies over the window.
    public BooleanProperty teamShownProperty() {
        return teamShown;
    }

    /// Whether the vault lies over the window.
    public BooleanProperty vaultShownProperty() {
        return vaultShown;
    }

    /// Whether the window hangs on a wall.
    public BooleanProperty wallProperty() {
        return wall;
    }

    KeyTable keys() {
        return keys;
    }

    /// All screens, in the order of the navigation.
    public List<Screen> screens() {
        return List.copyOf(screens);
    }

    ConsoleState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    // Commands

    /// Names the screens, in the order of the navigation.
    void show(List<Screen> all) {
        screens.clear();
        screens.addAll(all);
    }

    /// Takes note of what is known now without showing it: something lies before the screens.
    void keep(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
    }

    /// Takes what is known now.
    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        Screen visible = current.get();
        if (visible != null) {
            visible.show(newest, time);
        }
    }

    @Override
    public void go(Place place) {
        reach(place);
    }

    /// The same.
    ///
    /// @return whether some screen has the place
    public boolean reach(Place place) {
        if (place instanceof Place.AtScreen(String id)) {
            Optional<Screen> screen = find(id);
            screen.ifPresent(this::makeVisible);
            return screen.isPresent();
        }
        // The place may be in a state that a screen which was hidden has not seen yet.
        for (Screen screen : screens) {
            screen.show(state, now);
            if (screen.open(place)) {
                makeVisible(screen);
                return true;
            }
        }
        return false;
    }

    /// The screen at that place of the navigation, from 0.
    void go(int index) {
        if (index >= 0 && index < screens.size()) {
            makeVisible(screens.get(index));
        }
    }

    /// What is looked at.
    Place here() {
        Screen visible = current.get();
        return visible == null ? new Place.AtScreen("board") : visible.here();
    }

    void switchTheme() {
        dark.set(!dark.get());
    }

    private Optional<Screen> find(String id) {
        return screens.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private void makeVisible(Screen screen) {
        Screen before = current.get();
        if (before == screen) {
            screen.shown();
            return;
        }
        if (before != null) {
            before.hidden();
        }
        screen.show(state, now);
        current.set(screen);
        screen.shown();
    }
}
