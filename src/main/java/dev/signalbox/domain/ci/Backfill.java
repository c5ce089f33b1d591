package dev.signalbox.domain.ci;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far back the older runs of a repository were fetched.
///
/// @param from everything created at or after this time was fetched; absent before the first fetch
/// @param done whether there is nothing older that is wanted
public record Backfill(RepositoryId repository, @Nullable Instant from, boolean done) {

    /// Not begun.
    public static Backfill notBegun(RepositoryId repository) {
        return new Backfill(repository, null, false);
    }
}
