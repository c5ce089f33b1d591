package dev.signalbox.ui.widget;

import javafx.scene.Node;

/// Whether a part of the screen is there: one that is not is neither seen nor takes room.
public final class Present {

    private Present() {}

    /// Lets a part be there, or not.
    public static void when(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
