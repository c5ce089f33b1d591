package dev.signalbox.ui.board;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.Set;

/// What the board is asked to show.
///
/// @param closed names of groups that are shown as tiles
record BoardQuestion(ConsoleState state, Instant now, BoardFilter filter, String search, Set<String> closed) {}
