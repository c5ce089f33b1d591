package dev.signalbox.practice;

import java.util.Optional;

/// The branches of a repository that people push to, as its CI provider sees them.
public interface PushedBranches {

    /// `owner/name`.
    String fullName();

    /// Full name of the commit at the head of a branch; empty when there is no such branch.
    Optional<String> head(String branch);

    /// Whether a branch holds a commit already.
    boolean contains(String branch, String commit);

    /// Removes a branch.
    ///
    /// @return whether it was there
    boolean remove(String branch);
}
