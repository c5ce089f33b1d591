package dev.signalbox.desktop.tray;

/// Whether there is an icon that people can see.
///
/// @param words why not, as a sentence; empty when it is there
public record TrayStanding(boolean there, String words) {}
