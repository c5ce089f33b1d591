package dev.signalbox.ui.theme;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// What the system says about how programs should look, as it changes.
///
/// @param dark whether it has a dark ground
/// @param still whether nothing should glide
public record SystemLook(ObservableValue<Boolean> dark, ObservableValue<Boolean> still) {

    /// A system that never changes.
    public static SystemLook of(Appearance.Colours colours) {
        return new SystemLook(
                new SimpleBooleanProperty(colours != Appearance.Colours.LIGHT), new SimpleBooleanProperty(false));
    }
}
