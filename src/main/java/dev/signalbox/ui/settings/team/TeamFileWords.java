package dev.signalbox.ui.settings.team;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is followed, in sentences. Pure.
final class TeamFileWords {

    private TeamFileWords() {}

    /// What is followed and which commit of it is in force, a sentence each.
    static List<String> of(TeamFileDesk desk, TeamStanding standing, TimeOfDay zone, Instant now) {
        Optional<TeamFileDesk.Followed> followed = desk.followed();
        if (followed.isEmpty()) {
            return List.of("No team file is followed: the board is what this machine describes.");
        }
        TeamFileDesk.Followed it = followed.get();
        List<String> lines = new ArrayList<>();
        lines.add(safe(it.path(), 200) + " on " + safe(it.branch(), 100) + " of " + safe(it.repository(), 300) + ".");
        lines.add(safe(it.token(), 300));
        TeamDecision inForce = standing.inForce();
        lines.add(inForce == null ? waiting(desk) : inForce(inForce.commit(), zone, now));
        Instant read = standing.readAt();
        lines.add(read == null ? "It was not read yet since the start." : "Read " + zone.words(read, now) + ".");
        return List.copyOf(lines);
    }

    private static String waiting(TeamFileDesk desk) {
        return "No commit of it is in force yet."
                + (desk.standsIn() ? " Until one is, this machine's board holds." : "");
    }

    /// Whether the branch has no such file yet and this machine's board could become the first one.
    static boolean canBegin(TeamFileDesk desk, TeamStanding standing) {
        return desk.fixed().isEmpty() && standing.awaited() && standing.inForce() == null;
    }

    private static String inForce(TeamCommit commit, TimeOfDay zone, Instant now) {
        return "In force: commit " + safe(commit.shortId(), 20)
                + (commit.author().isEmpty() ? "" : " by " + safe(commit.author(), 60))
                + " of " + zone.words(commit.at(), now)
                + (commit.subject().isEmpty() ? "." : ", “" + safe(commit.subject(), 100) + "”.");
    }

    /// Why the newest state of the repository is not what is in force; empty when it is.
    static String problem(TeamStanding standing) {
        RemoteProblem problem = standing.problem();
        if (problem != null) {
            return safe(problem.detail(), 300);
        }
        return switch (standing.newer()) {
            case null -> "";
            case TeamStanding.Newer.Refused refused -> "A newer commit is not valid and cannot come into force: "
                    + safe(refused.problems().getFirst(), 300);
            case TeamStanding.Newer.Proposed asked ->
                    "A newer commit waits for a yes: press “Team file” at the top of the window.";
        };
    }

    static String safe(String text, int most) {
        return SafeText.line(text, most);
    }
}
