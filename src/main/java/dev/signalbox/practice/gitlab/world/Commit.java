package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A commit on the one line of history that each practice project has.
///
/// @param parent the sha before it; null for the first commit
/// @param files the paths that it touches
public record Commit(
        String sha, @Nullable String parent, String title, Member author, Instant at, List<String> files) {

    /// Copies the files.
    public Commit {
        files = List.copyOf(files);
    }
}
