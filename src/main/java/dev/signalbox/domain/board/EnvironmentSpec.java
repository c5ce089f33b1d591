package dev.signalbox.domain.board;

/// A column of the board.
///
/// @param production whether actions there ask for its name to be typed
public record EnvironmentSpec(String name, boolean production) {}
