package dev.signalbox.testing;

import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.domain.team.Weakening;
import java.util.List;

/// A team file in the ways it can stand.
public final class SampleTeam {

    public static final TeamPlace PLACE =
            new TeamPlace("https://git.example.com/acme/board.git", "main", "ops/board.yaml");
    public static final TeamCommit OLD = new TeamCommit(
            "3f2a1c94e5b6d7089a1b2c3d4e5f60718293a4b5", "Ann Archer", SampleStates.NOW.minusSeconds(86_400),
            "Add the search service");
    public static final TeamCommit NEW = new TeamCommit(
            "9bd00b7a1c2d3e4f5061728394a5b6c7d8e9f001", "Eve Miller", SampleStates.NOW.minusSeconds(240),
            "Move to the new GitHub host, tidy up");

    private static final String BEFORE = """
            version: 1
            environments:
              - staging
              - name: production
                production: true
            read-only: [prod-eu]
            hosts:
              work: https://github.example.com
            """;
    private static final String AFTER = """
            version: 1
            environments:
              - staging
              - name: production
                production: false
            hosts:
              work: https://github.example.com.evil.test
            """;

    private SampleTeam() {}

    /// In force since yesterday, accepted by a person.
    public static TeamStanding calm() {
        return TeamStanding.at(PLACE).inForce(
                new TeamDecision(
                        PLACE, OLD, TeamDecision.Verdict.ACCEPTED, "release-mgr@desk-7",
                        SampleStates.NOW.minusSeconds(80_000), List.of("PRODUCTION"), BEFORE),
                SampleStates.NOW.minusSeconds(40));
    }

    /// A newer commit that is not valid.
    public static TeamStanding refused() {
        return calm().beside(
                new Newer.Refused(NEW, List.of(
                        "board.yaml, line 7: \"nmae\" is not known in a service; did you mean \"name\"?",
                        "board.yaml, line 9: a service has no \"name\"; write \"name: checkout\"")),
                SampleStates.NOW.minusSeconds(40));
    }

    /// A newer commit that weakens something.
    public static TeamStanding proposed(boolean kept) {
        return calm().beside(
                new Newer.Proposed(
                        NEW,
                        List.of(
                                new Weakening(
                                        Weakening.Kind.HOST_MOVED, "work", "https://github.example.com",
                                        "https://github.example.com.evil.test"),
                                new Weakening(
                                        Weakening.Kind.CLUSTER_WRITABLE, "prod-eu", "looked at only",
                                        "may be changed"),
                                new Weakening(
                                        Weakening.Kind.CONFIRMATION_DROPPED, "production",
                                        "actions ask for its name", "a press is enough")),
                        TextDiff.of(BEFORE, AFTER), kept, ""),
                SampleStates.NOW.minusSeconds(40));
    }
}
