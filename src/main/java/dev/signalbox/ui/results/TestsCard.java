package dev.signalbox.ui.results;

import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// All that is said about the tests of a run.
///
/// @param words a sentence below the heading; empty for none
/// @param mark what the sentence amounts to
/// @param notes what was not read or cannot be believed
/// @param read words of the button that reads the reports; empty for none
/// @param present whether there is anything to say at all
record TestsCard(
        String heading,
        String words,
        Mark mark,
        List<Row> rows,
        List<Slow> slowest,
        List<String> notes,
        String read,
        boolean present) {

    static final TestsCard NOTHING =
            new TestsCard("Failing tests", "", Mark.IDLE, List.of(), List.of(), List.of(), "", false);

    /// A failing test.
    ///
    /// @param inLog what to look for in the log
    /// @param past how the failure stands beside earlier runs
    /// @param trace many lines, or empty
    /// @param copy everything as text
    record Row(
            String name, String full, String inLog, String message, String past, Mark mark, String trace,
            String copy) {}

    /// A test that took long.
    record Slow(String name, String took) {}
}
