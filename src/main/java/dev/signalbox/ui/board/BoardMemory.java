package dev.signalbox.ui.board;

import java.util.Set;

/// Keeps how a person left the board, from one start to the next.
public interface BoardMemory {

    /// Names of the groups that are shown as tiles.
    Set<String> closedGroups();

    /// Keeps them; must not block.
    void keep(Set<String> closedGroups);
}
