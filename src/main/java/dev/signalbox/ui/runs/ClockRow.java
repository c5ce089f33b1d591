package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;

/// A job on the clock, or the line above jobs that belong together. Places are parts of the whole time, from 0 to 1.
///
/// @param group the jobs that it belongs to; empty when it stands alone
/// @param fold whether it is such a line, and whether its jobs are hidden
/// @param count how many jobs such a line stands for, in words; of a job that it was tried again; empty otherwise
/// @param ran whether it has a bar; one that did not run is only outlined at its place
/// @param critical whether the run could not have ended before it
/// @param took in words, empty when it did not run
/// @param words the line for screen readers and the tooltip
record ClockRow(
        Key key,
        String group,
        Fold fold,
        String name,
        String count,
        double queuedFrom,
        double startedAt,
        double endedAt,
        boolean ran,
        Mark mark,
        boolean critical,
        String took,
        String words) {

    /// What a row is about: a job, or all jobs of a group.
    ///
    /// @param job 0 for a group
    /// @param group empty for a job
    record Key(long job, String group) {

        static Key job(long number) {
            return new Key(number, "");
        }

        static Key group(String name) {
            return new Key(0, name);
        }

        boolean isGroup() {
            return !group.isEmpty();
        }
    }

    /// Whether there is anything to fold.
    enum Fold {
        NONE,
        FOLDED,
        UNFOLDED
    }
}
