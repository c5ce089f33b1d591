package dev.signalbox.ui.team;

import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// What the sheet shows. All texts are safe to show.
///
/// @param pill how it stands, in a few words
/// @param facts where it lies, what is in force, when it was read
/// @param newer heading and description of the commit that is not in force; empty when there is none
/// @param problems what is wrong, a line each
/// @param weaker what would become weaker
/// @param lines of the difference
/// @param commit full name of the commit that can be answered; empty when there is nothing to answer
/// @param kept whether a person has said no to it
record TeamCard(
        String pill, Mark mark, List<Fact> facts, String newer, List<String> problems, List<Weaker> weaker,
        List<Line> lines, String commit, boolean kept) {

    /// A name and what stands behind it.
    record Fact(String name, String value) {}

    /// One protection: what it is, how it stands and how it would.
    record Weaker(String what, String before, String after) {}

    /// One line of the difference.
    ///
    /// @param sign `+`, `−`, a blank, or `⋯` where lines are left out
    record Line(String sign, String number, String text) {}
}
