package dev.signalbox.ui.search;

import dev.signalbox.domain.ci.LogHits;
import java.util.function.Consumer;

/// Finds lines in kept logs without keeping the screen waiting.
public interface LogFinder {

    /// Begins to look; a search that is still under way is given up. The takers hear of it on the screen's thread.
    ///
    /// @param found hears of the first hits at once, then of all of them again with more; the last time of everything
    /// @param failed hears in words why nothing can be found
    void find(String text, Consumer<LogHits> found, Consumer<String> failed);
}
