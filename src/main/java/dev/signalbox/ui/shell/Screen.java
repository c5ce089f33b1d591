package dev.signalbox.ui.shell;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// One screen of the navigation. The shell calls it on the screen's thread only.
public interface Screen {

    /// One word, used in ids, settings and as the screen's name in `Focus` (`board`).
    String id();

    /// What people call it (`Board`).
    String title();

    /// Its shape in the navigation.
    Feather icon();

    /// The same node every time.
    Parent node();

    /// Shows what is known at `now`. Called while the screen is the visible one: at every new state and every second.
    void show(ConsoleState state, Instant now);

    /// How many things wait here for the person at the screen; shown as a badge. Also called while not visible.
    default int waiting(ConsoleState state) {
        return 0;
    }

    /// Keys that work on this screen, for the overlay.
    default List<KeyLine> keys() {
        return List.of();
    }

    /// Keys of parts of this screen that have many of their own, for the overlay.
    default List<KeyGroup> partKeys() {
        return List.of();
    }

    /// A key was pressed anywhere in the window while the screen is visible and nothing lies over it; to be consumed if
    /// it was meant for the screen.
    default void pressed(KeyEvent key) {}

    /// It has become the visible one: take the keyboard and say what is looked at.
    default void shown() {}

    /// Another one is visible now: nothing is looked at here any more.
    default void hidden() {}

    /// What is looked at on this screen, to be linked to; the screen itself where nothing is chosen.
    default Place here() {
        return new Place.AtScreen(id());
    }

    /// Goes to the place if it is on this screen.
    ///
    /// @return whether it is; the shell then makes this screen the visible one
    default boolean open(Place place) {
        return false;
    }
}
