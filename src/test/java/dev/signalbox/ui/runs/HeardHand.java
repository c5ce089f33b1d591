package dev.signalbox.ui.runs;

import java.util.List;

/// Writes down what is done to the clock.
record HeardHand(List<String> heard) implements ClockView.Hand {

    @Override
    public void choose(ClockRow.Key key) {
        heard.add(key.isGroup() ? "choose group " + key.group() : "choose job " + key.job());
    }

    @Override
    public void move(int by) {
        heard.add("move " + by);
    }

    @Override
    public void fold(boolean folded) {
        heard.add("fold " + folded);
    }

    @Override
    public void toggle(ClockRow.Key group) {
        heard.add("toggle " + group.group());
    }
}
