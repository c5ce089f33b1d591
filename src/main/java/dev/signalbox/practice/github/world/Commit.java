package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A commit on the one line of history that each practice repository has.
///
/// @param parent the sha before it; null for the first commit
/// @param files the paths that it touches
public record Commit(
        String sha, @Nullable String parent, String message, Person author, Instant at, List<String> files) {

    /// Copies the files.
    public Commit {
        files = List.copyOf(files);
    }

    /// The first line of the message.
    public String subject() {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
