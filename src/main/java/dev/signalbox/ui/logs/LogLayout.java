package dev.signalbox.ui.logs;

import dev.signalbox.logs.LineSet;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.ui.words.Numbers;
import org.jspecify.annotations.Nullable;

/// Which lines of the log have a row: those that are in no folded group, or those around what was found. On the screen's
/// thread.
final class LogLayout {

    private final LogFolds folds = new LogFolds();
    private @Nullable LogIndex index;
    private LogRows rows = LogRows.NONE;
    private int folded;

    LogRows rows() {
        return rows;
    }

    void begin(LogIndex next) {
        index = next;
    }

    /// There is no log any more.
    void forget() {
        index = null;
        folds.all(true);
    }

    /// @param found nothing when all lines are wanted; otherwise only these and those around them
    void renew(int lines, @Nullable LineSet found, int context) {
        LineSet gone = new LineSet();
        folded = index == null || found != null ? 0 : folds.hidden(index, lines, gone);
        rows = LogRows.of(lines, gone, found, context);
    }

    /// ` · 3 groups folded`, or empty.
    String words() {
        return folded == 0 ? "" : " · " + Numbers.counted(folded, "group", "groups") + " folded";
    }

    void foldAll(boolean fold) {
        folds.all(fold);
    }

    /// @return whether the line begins a group
    boolean toggle(int line) {
        if (!beginsGroup(line) || index == null) {
            return false;
        }
        folds.toggle(index, line);
        return true;
    }

    /// @return whether a group had to be unfolded so that the line has a row
    boolean reveal(int line) {
        return index != null && folds.reveal(index, line);
    }

    boolean beginsGroup(int line) {
        return index != null && index.beginsGroup(line);
    }

    /// What the folded group says that begins at a line; empty when none does.
    String foldOf(int line) {
        return index != null && folds.isFolded(index, line) ? LogFolds.words(index, line) : "";
    }
}
