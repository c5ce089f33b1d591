package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A release on the wire.
record ReleaseJson(
        @Nullable String tag,
        @Nullable String name,
        @Nullable String author,
        boolean draft,
        boolean prerelease,
        @Nullable Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable String htmlUrl) {

    static ReleaseJson of(JsonFields release) {
        return new ReleaseJson(
                release.text("tag_name"),
                release.words("name"),
                release.object("author").text("login"),
                release.flag("draft"),
                release.flag("prerelease"),
                release.time("created_at"),
                release.time("published_at"),
                release.text("html_url"));
    }
}
