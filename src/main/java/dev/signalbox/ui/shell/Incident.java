package dev.signalbox.ui.shell;

/// Something that can go wrong on purpose, while practising.
///
/// @param id its name for [Incidents]
/// @param title what people call it (`Bad deploy`)
/// @param explanation what will happen, in a sentence
public record Incident(String id, String title, String explanation, boolean running) {}
