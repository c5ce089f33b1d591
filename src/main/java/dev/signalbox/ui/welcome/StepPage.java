package dev.signalbox.ui.welcome;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// The page of one step.
interface StepPage {

    /// The same node every time.
    Region node();

    /// It is visible now: take the keyboard, and read what is shown here.
    void shown();

    /// What it asks the outside.
    Asking asking();

    /// What the button that goes on is called.
    ObservableValue<String> forwardWords();

    /// Goes on, or does what must be done before.
    void forward();
}
