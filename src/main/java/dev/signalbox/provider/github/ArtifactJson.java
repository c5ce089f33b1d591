package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An artifact of a run on the wire.
record ArtifactJson(
        @Nullable Long id,
        @Nullable String name,
        long sizeInBytes,
        boolean expired,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String digest) {

    static ArtifactJson of(JsonFields artifact) {
        return new ArtifactJson(
                artifact.number("id"),
                artifact.text("name"),
                artifact.number("size_in_bytes", 0),
                artifact.flag("expired"),
                artifact.time("created_at"),
                artifact.time("expires_at"),
                artifact.text("digest"));
    }
}
