package dev.signalbox.ui.shell;

import java.util.List;

/// Keys of a part of a screen, for the overlay.
///
/// @param heading what the part is called (`Log`)
public record KeyGroup(String heading, List<KeyLine> lines) {}
