package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A pull request on the wire.
record PullRequestJson(
        @Nullable Long number,
        @Nullable String title,
        @Nullable String state,
        @Nullable String author,
        @Nullable Instant mergedAt,
        @Nullable String htmlUrl) {

    static PullRequestJson of(JsonFields request) {
        return new PullRequestJson(
                request.number("number"),
                request.words("title"),
                request.text("state"),
                request.object("user").text("login"),
                request.time("merged_at"),
                request.text("html_url"));
    }
}
