package dev.signalbox.ui.vault;

import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sheet shows. All texts are safe to show.
///
/// @param pill how it stands, in a few words
/// @param words what that means
/// @param advice what one can do; empty for nothing
/// @param waiting who has no token meanwhile; empty for nobody
/// @param notice what should be known though everything works; empty for nothing
/// @param question what is asked; absent when nothing is
/// @param label of the field that is typed into
/// @param buttons that make sense now
record VaultCard(
        String pill, Mark mark, String words, String advice, String waiting, String notice,
        @Nullable Question question, String label, List<Press> buttons) {

    /// What can be pressed.
    enum Press {
        GIVE,
        CANCEL,
        AGAIN,
        LOCK,
        PASSPHRASE,
        KEY_RING
    }
}
