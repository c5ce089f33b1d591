package dev.signalbox.ui.approvals;

import dev.signalbox.ui.widget.Mark;

/// A waiting decision in the queue.
///
/// @param environment with what tells it apart from another decision of the same run about it, where there is one
/// @param sub version, who waits, for how long
/// @param mine whether the person at the screen may decide
/// @param words the whole row for screen readers
record ApprovalRow(
        ApprovalKey key, String service, String environment, String sub, boolean mine, Mark mark, String words) {}
