package dev.signalbox.domain.team;

import dev.signalbox.domain.board.BoardSpec;
import org.jspecify.annotations.Nullable;

/// The board of this machine that holds until one of the team's is in force.
///
/// @param board as it was last read; absent where it could not be read as a whole, so that nobody knows what it protects
public record StandIn(@Nullable BoardSpec board) {}
