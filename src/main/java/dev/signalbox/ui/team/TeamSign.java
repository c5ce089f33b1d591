package dev.signalbox.ui.team;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the team file stands, in a few words for the top bar, and in a sentence where somebody should look. Pure.
///
/// @param words of the chip
/// @param quiet whether nothing is wrong or waits: then the chip may give way to others
/// @param banner a sentence; empty when nobody needs to look
/// @param press what the button beside the banner is called
public record TeamSign(String words, Tone tone, boolean quiet, String banner, String press) {

    private static final int LONGEST = 300;

    /// The sign; absent where there is no team file.
    public static Optional<TeamSign> of(TeamStanding team, Instant now) {
        if (team.place() == null) {
            return Optional.empty();
        }
        TeamDecision inForce = team.inForce();
        String stays = inForce == null
                ? "No commit of it is in force yet."
                : "Commit " + inForce.commit().shortId() + " stays in force.";
        return Optional.of(switch (team.newer()) {
            case Newer.Refused(TeamCommit commit, var problems) -> new TeamSign(
                    "Team file · not valid", Tone.WARN, false,
                    "The team file's " + words(commit, now) + " cannot come into force: "
                            + SafeText.line(problems.getFirst(), LONGEST)
                            + (problems.size() == 1 ? "" : " (" + (problems.size() - 1) + " more)") + ". " + stays,
                    "Details…");
            case Newer.Proposed asked when asked.kept() -> new TeamSign(
                    "Team file · " + kept(team), Tone.WARN, false, "", "");
            case Newer.Proposed asked -> new TeamSign(
                    "Team file · waits for a yes", Tone.WARN, false,
                    "The team file's " + words(asked.commit(), now) + " would weaken protection or move an address in "
                            + count(asked.weakenings().size()) + ". " + stays,
                    "Review…");
            case null -> read(team, inForce, stays, now);
        });
    }

    private static TeamSign read(
            TeamStanding team, @Nullable TeamDecision inForce, String stays, Instant now) {
        RemoteProblem problem = team.problem();
        if (problem == null) {
            return new TeamSign(
                    inForce == null ? "Team file · reading" : "Team file · " + inForce.commit().shortId(),
                    inForce == null || team.readAt() == null ? Tone.IDLE : Tone.OK, true, "", "");
        }
        if (team.awaited() && inForce == null) {
            return new TeamSign("Team file · none yet", Tone.IDLE, false, "", "");
        }
        boolean passing = problem instanceof RemoteProblem.Unreachable
                || problem instanceof RemoteProblem.RateLimited || problem instanceof RemoteProblem.ServerFault;
        return new TeamSign(
                "Team file · " + Problems.brief(problem, now), passing ? Tone.WARN : Tone.BAD, false,
                passing ? "" : "The team file: " + SafeText.line(problem.detail(), LONGEST) + " " + stays,
                passing ? "" : "Details…");
    }

    /// What holds after somebody has said no.
    static String kept(TeamStanding team) {
        return team.inForce() == null ? "not taken over" : "older commit kept";
    }

    static String words(TeamCommit commit, Instant now) {
        return "commit " + SafeText.line(commit.shortId())
                + (commit.author().isEmpty() ? "" : " by " + SafeText.line(commit.author(), 40))
                + ", " + Durations.ago(commit.at(), now) + ",";
    }

    private static String count(int places) {
        return places == 1 ? "one place" : places + " places";
    }
}
