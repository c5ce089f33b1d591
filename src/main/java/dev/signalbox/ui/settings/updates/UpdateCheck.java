package dev.signalbox.ui.settings.updates;

import dev.signalbox.domain.update.LastLook;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// Whether newer versions are looked for, and what came of it. On the screen's thread; what it does takes time and
/// comes back in its standing.
public interface UpdateCheck {

    /// How it stands.
    ReadOnlyObjectProperty<Standing> standing();

    /// Has it look by itself, or no longer.
    void choose(Wanted wanted);

    /// Asks there from now on; what is no address for this is refused in the standing.
    void askAt(String where);

    /// Looks at once.
    void look();

    /// Opens the page of the newest version in the browser; does nothing where none is known.
    void openPage();

    /// What a person wants.
    enum Wanted {
        NEVER,
        DAILY
    }

    /// How it stands.
    ///
    /// @param where the address that is asked, as it was written; empty when there is none
    /// @param fixed why nothing can be looked for here, in a sentence; empty when it can
    /// @param looking whether an answer is awaited
    /// @param last the last look; absent before the first
    /// @param refused what is wrong with the address that was offered last; empty when nothing is
    record Standing(
            Wanted wanted, String where, String fixed, boolean looking, @Nullable LastLook last, String refused) {

        /// Whether somebody may press for a look.
        public boolean maySearch() {
            return fixed.isEmpty() && !where.isEmpty() && !looking;
        }
    }
}
