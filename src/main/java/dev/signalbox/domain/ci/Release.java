package dev.signalbox.domain.ci;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version as the CI provider has it published: a tag with a name and a page.
///
/// @param tag exactly as the provider gives it, for comparisons with what runs
/// @param name for the screen; may be empty
/// @param author login; empty where the provider does not tell
/// @param at when it was published, or shall be; for a draft when it was made
public record Release(
        String tag,
        String name,
        String author,
        Stage stage,
        @Nullable Instant at,
        @Nullable URI page) {

    /// How far it came.
    public enum Stage {
        PUBLISHED,
        /// Published for people who want to try it.
        EARLY,
        /// Seen only by those who may change it.
        DRAFT,
        /// Its day has not come.
        UPCOMING
    }
}
