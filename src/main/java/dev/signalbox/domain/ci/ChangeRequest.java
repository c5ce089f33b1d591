package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody asked to have taken into a branch, and others look through: a pull request or a merge request, as its
/// provider calls it.
///
/// @param number as people quote it, counted within the repository
/// @param author login
/// @param mergedAt when it was taken in, where the provider tells
public record ChangeRequest(
        long number,
        String title,
        String author,
        State state,
        @Nullable Instant mergedAt,
        @Nullable URI page) {

    /// How far it came.
    public enum State {
        OPEN,
        MERGED,
        /// Closed without being taken in.
        CLOSED,
        UNKNOWN
    }
}
