package dev.signalbox.ui.widget;

import javafx.scene.layout.Region;

/// A small round light that stands beside words which say the same.
public final class Dot extends Region {

    public Dot(Tone tone) {
        getStyleClass().add("sb-dot");
        set(tone);
    }

    public void set(Tone tone) {
        tone.dress(this);
    }
}
