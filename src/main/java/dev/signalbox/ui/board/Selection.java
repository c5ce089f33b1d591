package dev.signalbox.ui.board;

/// The cell that is chosen: its drawer is open.
///
/// @param target which of several targets the drawer shows
record Selection(String service, String environment, int target) {}
