package dev.signalbox.domain.team;

import java.time.Instant;
import java.util.List;

/// What was decided about a commit of the team file, as the journal keeps it.
///
/// @param operator who decided, as others see it; the console itself where nothing had to be asked
/// @param weakened what would become weaker, a sentence each
/// @param text the file that came into force with it; empty when the old one was kept
public record TeamDecision(
        TeamPlace place, TeamCommit commit, Verdict verdict, String operator, Instant at, List<String> weakened,
        String text) {

    /// Ways to decide.
    public enum Verdict {
        /// Weakens nothing, so nobody was asked.
        ADOPTED,
        /// A person said yes to what it weakens.
        ACCEPTED,
        /// A person kept the old one.
        KEPT_OLD;

        /// Whether the commit is in force after this.
        public boolean isInForce() {
            return this != KEPT_OLD;
        }
    }
}
