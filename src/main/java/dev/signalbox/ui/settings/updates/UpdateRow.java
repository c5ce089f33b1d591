package dev.signalbox.ui.settings.updates;

/// What is known of the newest version.
///
/// @param words sentences
/// @param problem why the last look found nothing; empty when it did
/// @param link words of the link to the newer version's page; empty where there is none
record UpdateRow(String words, String problem, String link) {}
