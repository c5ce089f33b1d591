package dev.signalbox.domain.ci;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which runs of a repository were fetched without a gap.
///
/// @param from everything created from this time on was fetched; absent before the first fetch
/// @param to … and until this time; what was created later is still to be fetched
/// @param done whether there is nothing older that is wanted
public record Backfill(RepositoryId repository, @Nullable Instant from, @Nullable Instant to, boolean done) {

    /// Not begun.
    public static Backfill notBegun(RepositoryId repository) {
        return new Backfill(repository, null, null, false);
    }
}
