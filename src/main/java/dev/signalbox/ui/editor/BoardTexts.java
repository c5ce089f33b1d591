package dev.signalbox.ui.editor;

import dev.signalbox.domain.team.TeamPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file that describes the board, to be edited. Every call may keep its thread waiting.
public interface BoardTexts {

    /// What the file is called, at the end of “Edit …”: `the team file`.
    String name();

    /// Whether there is such a file to be edited. Answers at once.
    boolean isThere();

    /// Reads the file as it is now.
    Opened open();

    /// Understands a text.
    Checked check(String text);

    /// Puts a text in the file's place, where it is this machine's own.
    ///
    /// @param before the text that was read; when the file holds another one by now, nothing is written
    /// @return why nothing was written, a sentence; empty when it was
    String save(String before, String text);

    /// A file that was read.
    ///
    /// @param where it lies, in words
    /// @param base the text that changes are compared with
    /// @param text the text to begin with; another one than `base` where that cannot be used
    /// @param notice what the person should know first, a sentence; empty when nothing
    /// @param way what becomes of a change
    record Opened(String where, String base, String text, String notice, Way way) {}

    /// What becomes of a change.
    sealed interface Way {

        /// It is proposed to the team.
        ///
        /// @param head full name of the commit that was read
        record Propose(TeamPlace place, String head) implements Way {}

        /// It is saved on this machine.
        record Save() implements Way {}

        /// Nothing, for a reason that the notice tells.
        record Look() implements Way {}
    }

    /// A text as understood.
    ///
    /// @param problems what is wrong; empty when it could come into force
    /// @param weakened what it would protect less than what is in force, a sentence each
    record Checked(List<Problem> problems, List<String> weakened) {}

    /// Something that is wrong.
    ///
    /// @param line from 1; 0 for the whole file
    /// @param sentence what is wrong and what to write instead
    record Problem(int line, String sentence) {

        /// A sentence that begins with the file's name and the line, taken apart.
        public static Problem of(String sentence) {
            int at = sentence.indexOf(", line ");
            int end = sentence.indexOf(": ", Math.max(at, 0));
            Integer line = at < 0 || end < 0 ? null : number(sentence.substring(at + ", line ".length(), end));
            return line == null ? new Problem(0, sentence) : new Problem(line, sentence.substring(end + 2));
        }

        private static @Nullable Integer number(String digits) {
            return digits.matches("\\d{1,8}") ? Integer.valueOf(digits) : null;
        }
    }
}
