package dev.signalbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the history of runs reaches.
///
/// @param repositories how many there are
/// @param done how many of them reach as far back as is wanted
/// @param backTo how far back the one reaches that is being fetched, or the one that reaches least; absent before the first
/// @param jobs of how many older runs the jobs are still to be read
/// @param problem why nothing can be kept or looked up, in words; empty when all is well
public record HistoryProgress(int repositories, int done, @Nullable Instant backTo, int jobs, String problem) {

    /// Nothing fetched, nothing wrong.
    public static final HistoryProgress NONE = new HistoryProgress(0, 0, null, 0, "");

    /// With all jobs read.
    public HistoryProgress(int repositories, int done, @Nullable Instant backTo, String problem) {
        this(repositories, done, backTo, 0, problem);
    }

    /// The same with another problem.
    public HistoryProgress with(String why) {
        return new HistoryProgress(repositories, done, backTo, jobs, why);
    }
}
