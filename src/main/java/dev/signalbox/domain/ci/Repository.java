package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A repository as the account sees it.
///
/// @param pushedAt last push, if the provider told: the cheapest hint that something is going on
/// @param page its page at the provider
public record Repository(
        RepositoryId id,
        String defaultBranch,
        boolean archived,
        Access access,
        @Nullable Instant pushedAt,
        @Nullable URI page) {

    /// What the account may do in the repository.
    public enum Access {
        READ,
        WRITE,
        ADMIN,
        UNKNOWN
    }
}
