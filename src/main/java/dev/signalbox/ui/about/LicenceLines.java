package dev.signalbox.ui.about;

import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/// The texts of licences in lines that fit: whoever wrote them thought of other widths. Pure.
final class LicenceLines {

    private static final int TAB = 8;

    /// Of one line of the text; a longer one is no prose.
    private static final int LONGEST = 4_000;

    private LicenceLines() {}

    /// @param columns that a line may have at most; more than ten
    static List<String> of(List<String> text, int columns) {
        List<String> lines = new ArrayList<>();
        text.forEach(line -> wrap(line, columns, lines));
        return lines;
    }

    private static void wrap(String line, int columns, List<String> lines) {
        String rest = SafeText.line(spaced(line).stripTrailing(), LONGEST);
        if (isRule(rest)) {
            lines.add(rest.substring(0, Math.min(columns, rest.length())));
            return;
        }
        String indent = " ".repeat(Math.min(columns / 2, rest.length() - rest.stripLeading().length()));
        while (rest.length() > columns) {
            int blank = rest.lastIndexOf(' ', columns);
            int end = blank > indent.length() ? blank : columns;
            // Both halves of a letter stay together.
            end -= Character.isHighSurrogate(rest.charAt(end - 1)) ? 1 : 0;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }

    /// A line that is drawn, of one sign.
    private static boolean isRule(String line) {
        return line.length() > TAB && line.chars().distinct().count() == 1;
    }

    private static String spaced(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length() + TAB);
        line.chars().limit(LONGEST).forEach(letter -> {
            if (letter == '\t') {
                out.append(" ".repeat(TAB - out.length() % TAB));
            } else {
                out.append((char) letter);
            }
        });
        return out.toString();
    }
}
