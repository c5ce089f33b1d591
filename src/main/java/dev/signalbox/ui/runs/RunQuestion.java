package dev.signalbox.ui.runs;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;

/// What the list of runs is asked to show.
record RunQuestion(ConsoleState state, Instant now, RunFilter filter, String search) {

    /// Whether it asks for the same runs, if perhaps of another state.
    boolean asksAs(RunQuestion other) {
        return filter == other.filter && search.equals(other.search);
    }
}
