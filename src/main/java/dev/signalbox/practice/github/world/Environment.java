package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.List;

/// A deployment environment of a repository with its protection rules.
///
/// @param reviewers one of them must say yes before a job may enter; empty means unprotected
/// @param preventSelfReview whether the person who started the run is refused as reviewer
public record Environment(
        long id, String name, List<Reviewer> reviewers, boolean preventSelfReview, Instant createdAt) {

    /// Copies the reviewers.
    public Environment {
        reviewers = List.copyOf(reviewers);
    }

    /// Whether a job must wait for people here.
    public boolean isProtected() {
        return !reviewers.isEmpty();
    }

    /// Whether this person may let a run in that `startedBy` started.
    public boolean mayApprove(Person person, Person startedBy) {
        return isReviewer(person) && !(preventSelfReview && person.equals(startedBy));
    }

    /// Whether the rules name this person, directly or by a team.
    public boolean isReviewer(Person person) {
        return reviewers.stream().anyMatch(reviewer -> reviewer.includes(person));
    }
}
