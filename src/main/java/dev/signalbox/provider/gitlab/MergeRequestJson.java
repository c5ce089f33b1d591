package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A merge request on the wire.
record MergeRequestJson(
        @Nullable Long iid,
        @Nullable String title,
        @Nullable String state,
        @Nullable String author,
        @Nullable Instant mergedAt,
        @Nullable String webUrl) {

    static MergeRequestJson of(JsonFields request) {
        return new MergeRequestJson(
                request.number("iid"),
                request.words("title"),
                request.text("state"),
                request.object("author").text("username"),
                request.time("merged_at"),
                request.text("web_url"));
    }
}
