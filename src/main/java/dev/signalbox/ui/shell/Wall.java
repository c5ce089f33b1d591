package dev.signalbox.ui.shell;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import javafx.scene.layout.Region;

/// What the window shows instead of everything else while it hangs on a wall: nothing to press, readable across a room.
public interface Wall {

    Region node();

    /// Shows what is known at `now`. Called while the wall is up: at every new state and every second.
    void show(ConsoleState state, Instant now);
}
