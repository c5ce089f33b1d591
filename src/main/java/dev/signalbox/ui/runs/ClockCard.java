package dev.signalbox.ui.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All jobs of an attempt on one time axis.
///
/// @param heading critical path, queue time, parallelism and the longest waits in words
/// @param ghost where the run is expected to end; absent when it is over or nothing is known
record ClockCard(String heading, List<Tick> ticks, List<ClockRow> rows, @Nullable Tick ghost) {

    /// Nothing to show.
    static final ClockCard EMPTY = new ClockCard("Jobs on the clock", List.of(), List.of(), null);

    /// A mark of the axis.
    ///
    /// @param at part of the whole time, from 0 to 1
    record Tick(double at, String label) {}
}
