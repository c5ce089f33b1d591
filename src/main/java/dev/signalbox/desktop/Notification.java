package dev.signalbox.desktop;

/// Something to be told by the desktop. Its texts are safe to show and hold no markup: they are shown as they are.
///
/// @param heading one line
/// @param words one or two sentences; may be empty
/// @param link where a click leads; empty for just the window
public record Notification(String heading, String words, String link) {}
