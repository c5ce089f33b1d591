package dev.signalbox.domain.team;

import dev.signalbox.domain.board.BoardSpec;
import java.util.List;

/// A team file's text as understood.
///
/// @param problems why it cannot come into force, a sentence each with its line; empty when it can
public record TeamBoard(BoardSpec spec, List<String> problems) {

    /// Whether it may come into force.
    public boolean isValid() {
        return problems.isEmpty();
    }
}
