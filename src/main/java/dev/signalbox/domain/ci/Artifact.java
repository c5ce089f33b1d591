package dev.signalbox.domain.ci;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A set of files that a run left behind, kept by the provider as one archive for some time.
///
/// @param number the provider's id; the only part that may become part of a path of ours
/// @param name as its workflow calls it: remote text, a label and never a file's name
/// @param bytes size of the archive, as told
/// @param expired whether the provider has thrown the content away
/// @param digest `sha256:` and the archive's digest in hex, if told
public record Artifact(
        RunId run,
        long number,
        String name,
        long bytes,
        boolean expired,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String digest) {

    /// Whether its content can still be had at `now`.
    public boolean isThereAt(Instant now) {
        return !expired && (expiresAt == null || expiresAt.isAfter(now));
    }
}
