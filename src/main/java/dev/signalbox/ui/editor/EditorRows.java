package dev.signalbox.ui.editor;

import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.editor.BoardTexts.Checked;
import dev.signalbox.ui.editor.BoardTexts.Opened;
import dev.signalbox.ui.editor.BoardTexts.Problem;
import dev.signalbox.ui.editor.BoardTexts.Way;
import dev.signalbox.ui.editor.EditorCard.Change;
import dev.signalbox.ui.widget.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the editor says, as pure functions of what was read and what was typed.
final class EditorRows {

    private static final int MOST_PROBLEMS = 50;
    private static final int MOST_CHANGES = 400;
    private static final int LONGEST = 300;

    private EditorRows() {}

    /// What is found in a text. May take a while with a long one, so it is called beside the screen's thread.
    ///
    /// @param base the text that it is compared with
    record Findings(String text, List<Problem> problems, List<String> weakened, List<Change> changes) {

        static Findings of(String base, String text, Checked checked) {
            return new Findings(
                    text, EditorRows.problems(text, checked),
                    checked.weakened().stream().map(w -> SafeText.line(w, LONGEST)).toList(),
                    EditorRows.changes(base, text));
        }
    }

    /// @param found in the text, or in an earlier one; absent until something is known
    /// @param said what became of saving; empty when nothing was
    static EditorCard of(
            String name, Opened opened, String text, String title, @Nullable Findings found, String said) {
        List<Problem> problems = found == null ? List.of() : found.problems();
        boolean current = found != null && found.text().equals(text);
        boolean changed = !text.equals(opened.base());
        boolean looks = opened.way() instanceof Way.Look;
        boolean proposes = opened.way() instanceof Way.Propose;
        String hint = hint(opened.way(), problems, changed, title, current);
        boolean good = problems.isEmpty();
        return new EditorCard(
                "Edit " + name,
                SafeText.line(opened.where(), 200),
                found == null ? "checking" : good ? changed ? "valid" : "unchanged" : count(problems.size()),
                found == null ? Mark.QUEUED : good ? Mark.GOOD : Mark.BAD,
                SafeText.line(said.isEmpty() ? opened.notice() : said, LONGEST),
                problems,
                found == null ? List.of() : found.weakened(),
                found == null ? List.of() : found.changes(),
                looks ? "" : proposes ? "Propose change…" : "Save",
                hint.isEmpty() ? proposes ? "The next sheet shows exactly what is sent." : "" : hint,
                hint.isEmpty() && !looks,
                proposes);
    }

    /// Why the button cannot be pressed; empty when it can.
    private static String hint(Way way, List<Problem> problems, boolean changed, String title, boolean current) {
        if (way instanceof Way.Look) {
            return "Nothing can be proposed now.";
        }
        if (!changed) {
            return "Nothing is changed yet.";
        }
        if (!problems.isEmpty()) {
            return "Mend what is wrong first.";
        }
        if (way instanceof Way.Propose && title.isBlank()) {
            return "Say in the title what the change does.";
        }
        return current ? "" : "Checking the text…";
    }

    private static List<Problem> problems(String text, Checked checked) {
        List<Problem> all = new ArrayList<>();
        checked.problems().forEach(p -> all.add(new Problem(p.line(), SafeText.line(p.sentence(), LONGEST))));
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!SafeText.lines(line).equals(line)) {
                all.add(new Problem(
                        number, "holds characters that hide or reorder what is read; remove them: "
                                + SafeText.line(line, 120)));
            }
        }
        return all.stream().limit(MOST_PROBLEMS).toList();
    }

    private static List<Change> changes(String base, String text) {
        List<TextDiff.Line> lines = TextDiff.of(base, text);
        List<Change> changes = new ArrayList<>();
        for (TextDiff.Line line : lines.subList(0, Math.min(MOST_CHANGES, lines.size()))) {
            String words = SafeText.line(line.text().replace("\t", "    "), 240);
            changes.add(switch (line.kind()) {
                case SAME -> new Change(" ", line.number(), words);
                case ADDED -> new Change("+", line.number(), words);
                case REMOVED -> new Change("−", 0, words);
                case GAP -> new Change("⋯", 0, "");
            });
        }
        if (lines.size() > MOST_CHANGES) {
            changes.add(new Change("⋯", 0, (lines.size() - MOST_CHANGES) + " more lines"));
        }
        return List.copyOf(changes);
    }

    private static String count(int problems) {
        return problems == 1 ? "one problem" : problems + " problems";
    }
}
