package dev.signalbox.ui.settings.desktop;

import javafx.beans.property.ReadOnlyObjectProperty;

/// Whether the system starts the console at login, as far as is known. On the screen's thread; what it does takes time
/// and comes back in its standing.
public interface LoginStart {

    /// How it stands.
    ReadOnlyObjectProperty<Standing> standing();

    /// Has it start at login, or no longer.
    void choose(Wanted wanted);

    /// What a person wants.
    enum Wanted {
        AT_LOGIN,
        BY_HAND
    }

    /// How it stands.
    ///
    /// @param wanted what holds now
    /// @param possible whether it can be chosen
    /// @param words what there is to say about it; may be empty
    record Standing(Wanted wanted, boolean possible, String words) {}
}
