package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Set;

/// What jobs said about the code and about themselves.
///
/// @param wanted jobs whose annotations are to be read
/// @param words why some could not be read, or how many are not shown; empty when all is well
record NotesCard(String heading, Set<JobKey> wanted, String words, List<Note> notes) {

    /// One annotation.
    ///
    /// @param level as a word
    /// @param place file and line; empty when it is about none
    /// @param text title and message, at most a few lines
    /// @param words the line for screen readers
    record Note(Mark mark, String level, String place, String text, String job, String words) {}
}
