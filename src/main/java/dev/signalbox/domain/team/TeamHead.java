package dev.signalbox.domain.team;

import org.jspecify.annotations.Nullable;

/// The head of the team file's branch, as it was read to be changed.
///
/// @param commit full name of the commit, hexadecimal
/// @param text the file in it; absent when it cannot be read as text
/// @param whyNot why there is no text, a sentence; empty when there is
/// @param missing whether there is no text since the branch has no such file
public record TeamHead(String commit, @Nullable String text, String whyNot, boolean missing) {

    /// The head of a branch with the file.
    public static TeamHead with(String commit, String text) {
        return new TeamHead(commit, text, "", false);
    }
}
