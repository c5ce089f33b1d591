package dev.signalbox.domain.team;

import dev.signalbox.domain.board.BoardSpec;
import org.jspecify.annotations.Nullable;

/// The board of this machine that holds until one of the team's is in force.
///
/// @param board as it was last read; absent where it could not be read as a whole, so that nobody knows what it protects
/// @param onTop whether it goes on counting afterwards, on top of the team's: then nothing of it is lost
public record StandIn(@Nullable BoardSpec board, boolean onTop) {}
