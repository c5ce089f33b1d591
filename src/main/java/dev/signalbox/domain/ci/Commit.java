package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A commit, as a line of "what changed".
///
/// @param subject first line of its message
public record Commit(String sha, String subject, String author, @Nullable Instant at, @Nullable URI page) {

    /// The first seven digits, as people quote it.
    public String shortSha() {
        return sha.length() > 7 ? sha.substring(0, 7) : sha;
    }
}
