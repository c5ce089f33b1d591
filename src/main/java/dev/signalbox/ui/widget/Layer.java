package dev.signalbox.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// Something that lies over the whole window for a while and takes the keyboard: a sheet, the palette, the keys.
public interface Layer {

    Region node();

    ObservableValue<Boolean> open();

    /// Esc was pressed, or the ground beside it clicked.
    void dismiss();

    /// Puts the keyboard where a person would begin.
    void takeFocus();
}
