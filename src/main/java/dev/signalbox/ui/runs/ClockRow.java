package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;

/// A job on the clock. Places are parts of the whole time, from 0 to 1.
///
/// @param ran whether it has a bar; one that did not run is only outlined at its place
/// @param critical whether the run could not have ended before it
/// @param took in words, empty when it did not run
/// @param words the line for screen readers and the tooltip
record ClockRow(
        long job,
        String name,
        double queuedFrom,
        double startedAt,
        double endedAt,
        boolean ran,
        Mark mark,
        boolean critical,
        String took,
        String words) {}
