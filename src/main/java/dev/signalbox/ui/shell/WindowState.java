package dev.signalbox.ui.shell;

/// Where the window was and what it showed.
///
/// @param x left edge; `y` top edge, in screen units
/// @param screen id of the screen that was shown
public record WindowState(
        double x, double y, double width, double height, boolean maximized, boolean dark, String screen) {

    /// The size that suits most screens.
    public static final WindowState FIRST = new WindowState(60, 40, 1_440, 900, false, true, "board");
}
