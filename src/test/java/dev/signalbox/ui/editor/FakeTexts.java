package dev.signalbox.ui.editor;

import dev.signalbox.testing.SampleTeam;
import java.util.ArrayList;
import java.util.List;

/// A file in memory. A line with `wrong` in it is wrong; a text without `production` protects less.
final class FakeTexts implements BoardTexts {

    static final String OLD = "version: 1\nenvironments:\n  - {name: production, production: true}\n";
    static final String HEAD = "0123456789abcdef0123456789abcdef01234567";

    final List<String> saved = new ArrayList<>();
    final List<String> checked = new ArrayList<>();
    boolean there = true;
    int opens;
    String refusal = "";
    Opened opened = new Opened(
            "ops/board.yaml on main", OLD, OLD, "", new Way.Propose(SampleTeam.PLACE, HEAD));

    /// The file of this machine.
    static FakeTexts own() {
        FakeTexts texts = new FakeTexts();
        texts.opened = new Opened("/home/ada/board.yaml", OLD, OLD, "", new Way.Save());
        return texts;
    }

    @Override
    public String name() {
        return opened.way() instanceof Way.Save ? "this machine's board file" : "the team file";
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public Opened open() {
        opens++;
        return opened;
    }

    @Override
    public Checked check(String text) {
        checked.add(text);
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.contains("wrong")) {
                problems.add(new Problem(number, "\"wrong\" is not known; write \"right\""));
            }
        }
        return new Checked(
                problems,
                text.contains("production") ? List.of() : List.of("Environment production: a press is enough"));
    }

    @Override
    public String save(String before, String text) {
        if (refusal.isEmpty()) {
            saved.add(before + "→" + text);
        }
        return refusal;
    }
}
