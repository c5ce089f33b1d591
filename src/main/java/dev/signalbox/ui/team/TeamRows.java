package dev.signalbox.ui.team;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The team file as a card. Pure.
final class TeamRows {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_LINES = 400;

    private TeamRows() {}

    static TeamCard of(TeamStanding team, Instant now) {
        List<TeamCard.Fact> facts = facts(team, now);
        return switch (team.newer()) {
            case null -> calm(team, facts, now);
            case Newer.Refused(TeamCommit commit, List<String> problems) -> new TeamCard(
                    "not valid", Mark.BAD, facts, heading(commit, now) + " It cannot come into force.",
                    problems.stream().limit(MOST_PROBLEMS).map(p -> SafeText.line(p, 300)).toList(), List.of(),
                    List.of(), "", false);
            case Newer.Proposed asked -> new TeamCard(
                    asked.kept() ? TeamSign.kept(team) : "waits for a yes", Mark.PEOPLE, facts,
                    heading(asked.commit(), now),
                    asked.failure().isEmpty() ? List.of() : List.of(SafeText.line(asked.failure(), 300)),
                    asked.weakenings().stream().map(TeamRows::weaker).toList(),
                    lines(asked.difference()), asked.commit().id(), asked.kept());
        };
    }

    private static TeamCard calm(TeamStanding team, List<TeamCard.Fact> facts, Instant now) {
        RemoteProblem problem = team.problem();
        if (problem != null) {
            return new TeamCard(
                    team.awaited() ? "none yet" : Problems.brief(problem, now),
                    team.awaited() ? Mark.QUEUED : Mark.WARNING, facts, "",
                    List.of(SafeText.line(problem.detail(), 300) + (team.retryAt() == null
                            ? ""
                            : " It is tried again " + Durations.until(team.retryAt(), now) + ".")),
                    List.of(), List.of(), "", false);
        }
        boolean there = team.inForce() != null;
        return new TeamCard(
                there ? "in force" : "reading", there ? Mark.GOOD : Mark.QUEUED, facts, "", List.of(), List.of(),
                List.of(), "", false);
    }

    private static List<TeamCard.Fact> facts(TeamStanding team, Instant now) {
        List<TeamCard.Fact> facts = new ArrayList<>();
        TeamPlace place = team.place();
        if (place != null) {
            facts.add(new TeamCard.Fact("Repository", SafeText.line(place.repository(), 200)));
            facts.add(new TeamCard.Fact(
                    "File", SafeText.line(place.path(), 100) + " on " + SafeText.line(place.branch(), 60)));
        }
        facts.add(new TeamCard.Fact("In force", inForce(team.inForce(), now)));
        RemoteProblem problem = team.problem();
        facts.add(new TeamCard.Fact(
                "Read",
                (team.readAt() == null ? "not yet since the start" : Durations.ago(team.readAt(), now))
                        + (problem == null || team.newer() == null
                                ? ""
                                : "; the latest attempt failed: " + SafeText.line(problem.detail(), 200))));
        return List.copyOf(facts);
    }

    private static String inForce(@Nullable TeamDecision decision, Instant now) {
        if (decision == null) {
            return "no commit yet; the board is what this machine describes";
        }
        String how = switch (decision.verdict()) {
            case ADOPTED -> "weakened nothing, so nobody was asked";
            case ACCEPTED -> "accepted by " + SafeText.line(decision.operator(), 60) + " "
                    + Durations.ago(decision.at(), now);
            case KEPT_OLD -> "";
        };
        return described(decision.commit(), now) + "; " + how;
    }

    private static String heading(TeamCommit commit, Instant now) {
        String words = described(commit, now);
        return "Commit " + words + ".";
    }

    private static String described(TeamCommit commit, Instant now) {
        return SafeText.line(commit.shortId())
                + (commit.author().isEmpty() ? "" : " by " + SafeText.line(commit.author(), 60))
                + ", " + Durations.ago(commit.at(), now)
                + (commit.subject().isEmpty() ? "" : ": “" + SafeText.line(commit.subject(), 100) + "”");
    }

    private static TeamCard.Weaker weaker(Weakening one) {
        String what = SafeText.line(one.what(), 120);
        return new TeamCard.Weaker(
                switch (one.kind()) {
                    case CONFIRMATION_DROPPED -> "Environment " + what;
                    case WORKLOAD_UNPROTECTED -> "Workload " + what;
                    case FREEZE_LOOSENED -> "Freeze";
                    case CLUSTER_WRITABLE -> "Cluster " + what;
                    case HOST_MOVED -> "Address of " + what + ", to which its token goes";
                    case CONNECTION_MOVED -> "Connection of " + what;
                    case UNKNOWN -> what;
                },
                SafeText.line(one.before(), 160),
                SafeText.line(one.after(), 160));
    }

    private static List<TeamCard.Line> lines(List<TextDiff.Line> difference) {
        List<TeamCard.Line> lines = new ArrayList<>();
        for (TextDiff.Line line : difference.subList(0, Math.min(MOST_LINES, difference.size()))) {
            String number = line.number() == 0 ? "" : String.valueOf(line.number());
            lines.add(switch (line.kind()) {
                case SAME -> new TeamCard.Line(" ", number, text(line));
                case ADDED -> new TeamCard.Line("+", number, text(line));
                case REMOVED -> new TeamCard.Line("−", number, text(line));
                case GAP -> new TeamCard.Line("⋯", "", "");
            });
        }
        if (difference.size() > MOST_LINES) {
            lines.add(new TeamCard.Line("⋯", "", (difference.size() - MOST_LINES) + " more lines"));
        }
        return List.copyOf(lines);
    }

    private static String text(TextDiff.Line line) {
        return SafeText.line(line.text().replace("\t", "    "), 240);
    }
}
