package dev.signalbox.ui.widget;

import javafx.scene.control.Label;

/// A key or a chord, as on a key cap.
public final class KeyHint extends Label {

    public KeyHint(String keys) {
        getStyleClass().add("sb-key");
        setMinWidth(USE_PREF_SIZE);
        show(keys);
    }

    public void show(String keys) {
        setText(keys);
        setAccessibleText("Key " + keys);
    }
}
