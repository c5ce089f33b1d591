package dev.signalbox.ui.runs;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pull requests or merge requests that a run's commit came with.
///
/// @param words why they are not known, or not newly known; empty when the lines say it all
record RequestsCard(String heading, List<Line> lines, String words) {

    /// Whether there is anything to say.
    boolean present() {
        return !lines.isEmpty() || !words.isEmpty();
    }

    /// One of them.
    ///
    /// @param reference as people quote it: `#12`, `!12`
    /// @param detail who wrote it and how far it came
    /// @param page opened by a click; absent when it may not be opened
    /// @param words the line for screen readers
    record Line(String reference, String title, String detail, @Nullable URI page, String words) {}
}
