package dev.signalbox.domain.team;

import dev.signalbox.domain.RemoteProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the team file stands: what is in force, and beside it what is newer and may not come into force.
///
/// @param place where it lies; absent where none is configured
/// @param inForce the decision by which the board came into force; absent before the first
/// @param readAt when the repository was last read well
/// @param problem why the latest attempt failed; absent when it succeeded
/// @param retryAt when it is tried again
/// @param newer the newest commit, where it is not in force
/// @param awaited whether the branch has no such file yet, while a board of this machine stands in for it
public record TeamStanding(
        @Nullable TeamPlace place,
        @Nullable TeamDecision inForce,
        @Nullable Instant readAt,
        @Nullable RemoteProblem problem,
        @Nullable Instant retryAt,
        @Nullable Newer newer,
        boolean awaited) {

    /// No team file.
    public static final TeamStanding NONE = new TeamStanding(null, null, null, null, null, null, false);

    /// A commit that is newer than the one in force.
    public sealed interface Newer {

        TeamCommit commit();

        /// It cannot be used.
        ///
        /// @param problems what is wrong with it, a sentence each, with its line; never empty
        record Refused(TeamCommit commit, List<String> problems) implements Newer {}

        /// It weakens something and waits for a person's yes on this machine.
        ///
        /// @param difference lines that it changes
        /// @param kept whether a person said no already
        /// @param failure why the latest answer could not be written down; empty otherwise
        record Proposed(
                TeamCommit commit, List<Weakening> weakenings, List<TextDiff.Line> difference, boolean kept,
                String failure) implements Newer {}
    }

    /// Waiting for its first reading.
    public static TeamStanding at(TeamPlace place) {
        return new TeamStanding(place, null, null, null, null, null, false);
    }

    /// Read well; nothing newer than what is in force.
    public TeamStanding inForce(@Nullable TeamDecision decision, @Nullable Instant when) {
        return new TeamStanding(place, decision, when, null, null, null, false);
    }

    /// Read well, and something newer is not in force.
    public TeamStanding beside(Newer other, @Nullable Instant when) {
        return new TeamStanding(place, inForce, when, null, null, other, false);
    }

    /// The latest attempt failed; everything known stays.
    public TeamStanding troubled(RemoteProblem why, @Nullable Instant again) {
        return new TeamStanding(place, inForce, readAt, why, again, newer, false);
    }

    /// There is no such file yet, and a board of this machine stands in for it.
    public TeamStanding awaiting(RemoteProblem why, @Nullable Instant again) {
        return new TeamStanding(place, inForce, readAt, why, again, newer, true);
    }
}
