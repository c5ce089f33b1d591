package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.widget.Mark;
import org.jspecify.annotations.Nullable;

/// What a signal's lamp shows.
///
/// @param count of people's decisions that are waited for; 0 shows the mark's shape instead
/// @param words what the next step waits for
/// @param mine whether our account may decide
/// @param run the run that it is about, if it is about one
record SignalRow(Mark mark, int count, String words, boolean mine, @Nullable RunId run, String environment) {}
