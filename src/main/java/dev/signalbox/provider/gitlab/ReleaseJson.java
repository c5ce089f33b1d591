package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A release on the wire.
record ReleaseJson(
        @Nullable String tag,
        @Nullable String name,
        @Nullable String author,
        @Nullable Instant releasedAt,
        boolean upcoming,
        @Nullable String page) {

    static ReleaseJson of(JsonFields release) {
        return new ReleaseJson(
                release.text("tag_name"),
                release.words("name"),
                release.object("author").text("username"),
                release.time("released_at"),
                release.flag("upcoming_release"),
                release.object("_links").text("self"));
    }
}
