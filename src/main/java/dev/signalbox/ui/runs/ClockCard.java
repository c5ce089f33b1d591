package dev.signalbox.ui.runs;

import java.util.List;

/// All jobs of an attempt on one time axis.
///
/// @param heading critical path, queue time and parallelism in words
record ClockCard(String heading, List<Tick> ticks, List<ClockRow> rows) {

    /// Nothing to show.
    static final ClockCard EMPTY = new ClockCard("Jobs on the clock", List.of(), List.of());

    /// A mark of the axis.
    ///
    /// @param at part of the whole time, from 0 to 1
    record Tick(double at, String label) {}
}
