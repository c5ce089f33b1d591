package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.widget.Mark;
import java.util.Set;

/// A run as a line of the list.
///
/// @param where service or repository, and workflow
/// @param took how long it took or takes; `usual` how long such runs usually take, empty when not known
/// @param filters those that let it through
/// @param found everything that a search looks into, in lower case
/// @param words the line for screen readers
record RunRow(
        RunId id,
        Mark mark,
        String status,
        String where,
        String number,
        String title,
        String branch,
        String sha,
        String actor,
        String took,
        String usual,
        String age,
        Set<RunFilter> filters,
        String found,
        String words) {}
