package dev.signalbox.ui.runs;

import dev.signalbox.ui.logs.ShownLog;

/// What is shown in place of a run, or of a job of it, that the provider does not give any more.
///
/// @param status one or two words
/// @param words what is gone, why, and what is shown instead
/// @param log the kept one, or why there is none
/// @param runThere whether the run itself can still be shown
record GoneRunCard(String title, String status, String sub, String words, ShownLog log, boolean runThere) {}
