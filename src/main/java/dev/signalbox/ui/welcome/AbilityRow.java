package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Mark;

/// One thing that the console does, and whether the token allows it.
///
/// @param state yes, no or not known, in words
/// @param permission what gives it; empty where it is there
record AbilityRow(String what, Mark mark, String state, String permission) {

    /// All of it, for those who do not see the table.
    String words() {
        return what + ": " + state + (permission.isEmpty() ? "" : "; given by " + permission);
    }
}
