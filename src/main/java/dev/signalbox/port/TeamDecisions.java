package dev.signalbox.port;

import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import java.util.List;
import java.util.Optional;

/// Remembers what was decided about commits of the team file, and the text of the one in force.
public interface TeamDecisions {

    /// Keeps a decision; returns only when it would survive the machine.
    ///
    /// @throws JournalFailure when it cannot be kept; then a person's yes has no effect
    void keep(TeamDecision decision) throws JournalFailure;

    /// The decision by which the board of that place is in force, with its text.
    Optional<TeamDecision> inForce(TeamPlace place) throws JournalFailure;

    /// Whatever was in force of that place is so no more; what was decided stays to be read.
    ///
    /// @throws JournalFailure when that cannot be kept; then it is as before
    void release(TeamPlace place) throws JournalFailure;

    /// The newest decisions, newest first, without texts.
    List<TeamDecision> recent(int atMost) throws JournalFailure;
}
