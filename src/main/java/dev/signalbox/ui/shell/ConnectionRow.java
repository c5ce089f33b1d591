package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Tone;

/// A connection's chip.
///
/// @param id for the node
/// @param words for a wide window; `brief` for a narrow one
/// @param more whole sentences: how fresh, what is wrong, what to do
record ConnectionRow(String id, String words, String brief, Tone tone, String more) {}
