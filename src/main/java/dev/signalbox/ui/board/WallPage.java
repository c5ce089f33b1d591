package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// What the wall shows for a while.
///
/// @param age how old the oldest of it is, in words; `old` when that must be seen
/// @param counts the board in a few numbers, the worst first
/// @param troubles the worst first
/// @param more troubles that found no place; empty when all did
/// @param group whose services are shown, with its place among the pages (`Payments · 2 of 7`)
/// @param shift how far everything is moved, in pixels, so that no line burns into a display
record WallPage(
        String age, boolean old, List<Count> counts, List<Trouble> troubles, String more, String group,
        List<Tile> tiles, int shift) {

    /// A number of the board.
    record Count(Mark mark, String words) {}

    /// Something that is wrong.
    record Trouble(Mark mark, String title, String words) {}

    /// A service.
    ///
    /// @param version what runs where it stands worst, or in the last environment
    record Tile(Mark mark, String name, String version, String words) {}
}
