package dev.signalbox.domain.team;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The lines by which two texts differ. Pure; what is too large to be compared line by line is told as replaced whole.
public final class TextDiff {

    /// Lines around a change that are shown with it.
    private static final int CONTEXT = 2;

    /// Cells of the table that a comparison may take; 1 000 changed lines against 1 000.
    private static final int MOST_CELLS = 1_000_000;

    /// Lines that are returned at most.
    private static final int MOST_LINES = 2_000;

    private TextDiff() {}

    /// @param number of the line in the newer text, in the older one where it is gone; 0 for a gap
    public record Line(Kind kind, int number, String text) {}

    /// What became of a line.
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /// Lines that are the same and not shown.
        GAP
    }

    /// The lines that differ, with two around each change; empty when the texts are equal.
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, now.get(i)));
        }
        lines.addAll(middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head));
        for (int i = now.size() - tail; i < now.size(); i++) {
            lines.add(new Line(Kind.SAME, i + 1, now.get(i)));
        }
        return shortened(lines);
    }

    /// The longest common subsequence, by the table that every textbook has.
    private static List<Line> middle(List<String> old, List<String> now, int offset) {
        boolean large = (long) (old.size() + 1) * (now.size() + 1) > MOST_CELLS;
        int[][] longest = large ? new int[0][] : table(old, now);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (!large && i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Kind.SAME, offset + j + 1, now.get(j)));
                i++;
                j++;
            } else if (i < old.size() && (large || j == now.size() || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, offset + i + 1, old.get(i)));
                i++;
            } else {
                lines.add(new Line(Kind.ADDED, offset + j + 1, now.get(j)));
                j++;
            }
        }
        return lines;
    }

    private static int[][] table(List<String> old, List<String> now) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static List<Line> shortened(List<Line> all) {
        boolean[] near = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != Kind.SAME) {
                for (int k = Math.max(0, i - CONTEXT); k <= Math.min(all.size() - 1, i + CONTEXT); k++) {
                    near[k] = true;
                }
            }
        }
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < all.size() && shown.size() < MOST_LINES; i++) {
            if (near[i]) {
                shown.add(all.get(i));
            } else if (!shown.isEmpty() && shown.getLast().kind() != Kind.GAP) {
                shown.add(new Line(Kind.GAP, 0, ""));
            }
        }
        if (!shown.isEmpty() && shown.getLast().kind() == Kind.GAP) {
            shown.removeLast();
        }
        return Collections.unmodifiableList(shown);
    }
}
