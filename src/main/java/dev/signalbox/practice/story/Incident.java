package dev.signalbox.practice.story;

/// Something that can go wrong on request.
///
/// @param name by which it is started and ended
/// @param title for a menu
/// @param sentence what will happen
/// @param active whether it is going on
public record Incident(String name, String title, String sentence, boolean active) {}
