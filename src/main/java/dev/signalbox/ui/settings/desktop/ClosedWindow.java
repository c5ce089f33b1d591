package dev.signalbox.ui.settings.desktop;

import javafx.beans.property.ReadOnlyObjectProperty;

/// What closing the window does, as far as there is a choice. On the screen's thread.
public interface ClosedWindow {

    /// How it stands.
    ReadOnlyObjectProperty<Standing> standing();

    /// Has it be so from now on.
    void choose(Wanted wanted);

    /// What a person wants.
    enum Wanted {
        /// The console ends with its window.
        ENDS,
        /// The window goes out of sight, and the console goes on behind its icon in the tray.
        HIDES
    }

    /// How it stands.
    ///
    /// @param wanted what was chosen; it holds while there is a tray
    /// @param possible whether there is a tray, so that it can be chosen
    /// @param words what there is to say about it; may be empty
    record Standing(Wanted wanted, boolean possible, String words) {}
}
