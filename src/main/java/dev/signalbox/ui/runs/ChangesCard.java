package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.ComparisonKey;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changed since the last run that went well.
///
/// @param heading names that run
/// @param key the comparison to be read; absent when there is nothing to compare
/// @param words in place of commits, or beside them; empty when the commits say it all
record ChangesCard(String heading, @Nullable ComparisonKey key, String words, List<Line> commits) {

    /// A commit.
    ///
    /// @param page opened by a click; absent when it may not be opened
    /// @param words the line for screen readers
    record Line(String sha, String subject, String author, @Nullable URI page, String words) {}
}
