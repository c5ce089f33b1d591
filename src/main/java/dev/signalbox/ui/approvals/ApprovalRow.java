package dev.signalbox.ui.approvals;

import dev.signalbox.ui.widget.Mark;

/// A waiting decision in the queue.
///
/// @param sub version, who waits, for how long
/// @param mine whether the person at the screen may decide
/// @param words the whole row for screen readers
record ApprovalRow(
        ApprovalKey key, String service, String environment, String sub, boolean mine, Mark mark, String words) {}
