package dev.signalbox.practice.github.world;

/// Who may be named by an environment's required reviewers.
public sealed interface Reviewer permits Person, Team {

    /// The id of the account or team.
    long id();

    /// Whether this person may answer in this reviewer's name.
    boolean includes(Person person);
}
