package dev.signalbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the history of runs reaches.
///
/// @param repositories how many there are
/// @param done how many of them reach as far back as is wanted
/// @param backTo how far back the one reaches that is being fetched, or the one that reaches least; absent before the first
/// @param problem why nothing can be kept or looked up, in words; empty when all is well
public record HistoryProgress(int repositories, int done, @Nullable Instant backTo, String problem) {

    /// Nothing fetched, nothing wrong.
    public static final HistoryProgress NONE = new HistoryProgress(0, 0, null, "");

    /// The same with another problem.
    public HistoryProgress with(String why) {
        return new HistoryProgress(repositories, done, backTo, why);
    }
}
