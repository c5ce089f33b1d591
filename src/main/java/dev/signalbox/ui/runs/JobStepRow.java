package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;

/// A step of a job.
///
/// @param took its time, or how it stands when it has none
record JobStepRow(int number, String name, Mark mark, String took, boolean quiet) {}
