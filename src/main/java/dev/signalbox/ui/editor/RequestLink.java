package dev.signalbox.ui.editor;

import java.net.URI;

/// Leads to a pull or merge request.
///
/// @param words what the button says, as the provider calls it
record RequestLink(String words, URI page) {}
