package dev.signalbox.ui.shell;

/// A line of the keys overlay.
///
/// @param keys as on the caps (`Ctrl R`)
public record KeyLine(String keys, String does) {}
