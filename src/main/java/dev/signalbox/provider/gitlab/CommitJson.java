package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A commit on the wire.
record CommitJson(
        @Nullable String sha,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant committedAt,
        @Nullable String webUrl) {

    static CommitJson of(JsonFields commit) {
        return new CommitJson(
                commit.text("id"),
                commit.words("title"),
                commit.text("author_name"),
                commit.time("committed_date"),
                commit.text("web_url"));
    }
}
