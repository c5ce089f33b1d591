package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// The attempts of a run, and how the one shown differs from another.
///
/// @param shown which attempt is
/// @param beside which it is compared with; 0 for none
/// @param words the difference in words; empty for the first attempt
/// @param jobs those that did something else than before
record AttemptsCard(int shown, int beside, List<Choice> attempts, String words, List<Difference> jobs) {

    /// A run with one attempt has nothing to choose.
    static final AttemptsCard ONE = new AttemptsCard(1, 0, List.of(), "", List.of());

    /// An attempt that can be shown.
    ///
    /// @param words the line for screen readers
    record Choice(int number, Mark mark, String words) {}

    /// A job that did something else in the newer of the two attempts than in the older.
    record Difference(Mark mark, String job, String words) {}
}
