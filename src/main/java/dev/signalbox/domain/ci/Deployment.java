package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deployment as the CI provider recorded it.
///
/// @param run the run that made it, when the status tells
public record Deployment(
        RepositoryId repository,
        long number,
        String environment,
        String sha,
        String ref,
        String creator,
        State state,
        @Nullable Instant createdAt,
        @Nullable Long run,
        @Nullable URI page) {

    /// The newest status of a deployment.
    public enum State {
        QUEUED,
        PENDING,
        IN_PROGRESS,
        SUCCESS,
        INACTIVE,
        FAILURE,
        ERROR,
        UNKNOWN
    }
}
