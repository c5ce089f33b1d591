package dev.signalbox.domain.tray;

/// A line of the tray's menu that leads to a place in the console, and does nothing else.
///
/// @param words safe to show, without anything that could be read as markup
/// @param link a `signalbox://` link
public record TrayEntry(String words, String link) {}
