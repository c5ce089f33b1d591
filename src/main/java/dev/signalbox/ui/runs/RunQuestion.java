package dev.signalbox.ui.runs;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;

/// What the list of runs is asked to show.
record RunQuestion(ConsoleState state, Instant now, RunFilter filter, String search) {}
