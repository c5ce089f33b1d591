package dev.signalbox.ui.editor;

import dev.signalbox.ui.editor.BoardTexts.Problem;
import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// What the editor says about the text in it. All texts are safe to show.
///
/// @param heading what is edited
/// @param where it lies
/// @param pill how the text stands, in a few words
/// @param notice what the person should know first; empty when nothing
/// @param problems what is wrong
/// @param weakened what it would protect less, a sentence each
/// @param changes the lines that differ from what is there now
/// @param press what the button says; empty when nothing can become of the text
/// @param hint why the button cannot be pressed, or what it does
/// @param pressable whether the button may be pressed now
/// @param titled whether a title and a description are wanted
record EditorCard(
        String heading, String where, String pill, Mark mark, String notice, List<Problem> problems,
        List<String> weakened, List<Change> changes, String press, String hint, boolean pressable, boolean titled) {

    /// Before a file was read.
    static EditorCard reading(String name) {
        return new EditorCard(
                "Edit " + name, "", "reading", Mark.QUEUED, "", List.of(), List.of(), List.of(), "", "", false, false);
    }

    /// A line that differs, or one beside it.
    ///
    /// @param sign `+`, `−`, a blank, or `⋯` where lines are left out
    /// @param number of the line in the text; 0 where it is gone from it, or for a gap
    record Change(String sign, int number, String text) {}
}
