package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A deployment as the CI provider recorded it.
///
/// @param run the run that made it, when the status tells
/// @param job the job of that run that made it, where the provider tells
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
        @Nullable URI page,
        @Nullable Long job) {

    /// One whose job is not told.
    public Deployment(
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
        this(repository, number, environment, sha, ref, creator, state, createdAt, run, page, null);
    }

    /// The newest status of a deployment.
    public enum State {
        /// Until people approve it, or somebody starts its job.
        WAITING,
        QUEUED,
        PENDING,
        IN_PROGRESS,
        SUCCESS,
        /// Went well, and another one has taken its place.
        INACTIVE,
        /// Given up on the way, or passed over.
        CANCELLED,
        FAILURE,
        ERROR,
        UNKNOWN
    }
}
