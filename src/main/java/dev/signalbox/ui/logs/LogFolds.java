package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineSet;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.ui.words.Numbers;
import java.util.HashSet;
import java.util.Set;

/// Which groups of a log are folded: all or none of them, but for some. On the screen's thread.
final class LogFolds {

    private boolean folded = true;
    private final Set<Integer> others = new HashSet<>();

    /// Folds or unfolds all groups.
    void all(boolean fold) {
        folded = fold;
        others.clear();
    }

    boolean isFolded(LogIndex index, int line) {
        return index.beginsGroup(line) && folded != others.contains(line);
    }

    void toggle(LogIndex index, int line) {
        if (index.beginsGroup(line) && !others.remove(line)) {
            others.add(line);
        }
    }

    /// Makes a line visible.
    ///
    /// @return whether something had to be unfolded
    boolean reveal(LogIndex index, int line) {
        int group = headerOf(index, line);
        if (group < 0 || group == line || !isFolded(index, group)) {
            return false;
        }
        toggle(index, group);
        return true;
    }

    /// The line that begins the group of a line; −1 when it is in none.
    private static int headerOf(LogIndex index, int line) {
        int group = index.previousGroup(line);
        return group >= 0 && index.groupEnd(group) >= line ? group : -1;
    }

    /// How many groups are folded, and which lines of them are therefore not shown, among the first `lines`.
    int hidden(LogIndex index, int lines, LineSet into) {
        int count = 0;
        for (int group = index.nextGroup(0); group >= 0 && group < lines; group = index.nextGroup(group + 1)) {
            if (isFolded(index, group)) {
                into.addAll(group + 1, Math.min(lines, index.groupEnd(group) + 1));
                count++;
            }
        }
        return count;
    }

    /// What a folded group says of what it hides: `12 lines, 1 error`; nothing of an empty one.
    static String words(LogIndex index, int line) {
        int end = index.groupEnd(line);
        int inside = end - line - 1;
        if (inside <= 0) {
            return "";
        }
        int errors = index.errors().countBefore(end) - index.errors().countBefore(line + 1);
        return Numbers.counted(inside, "line", "lines") + " folded"
                + (errors == 0 ? "" : ", " + Numbers.counted(errors, "error", "errors"));
    }
}
