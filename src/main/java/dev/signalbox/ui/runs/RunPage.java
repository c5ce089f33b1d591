package dev.signalbox.ui.runs;

import java.util.List;
import java.util.Map;

/// A finished answer to a [RunQuestion].
///
/// @param question that it answers
/// @param emptyWords said in place of rows when there are none
record RunPage(
        RunQuestion question, List<RunRow> rows, Map<RunFilter, Integer> counts, String emptyWords) {}
