package dev.signalbox.ui.notice;

/// A notice in words, safe to show.
///
/// @param heading one line
/// @param words one or two sentences
/// @param link where it leads
public record Told(String heading, String words, String link) {}
