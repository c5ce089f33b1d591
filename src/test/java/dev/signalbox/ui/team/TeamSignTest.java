package dev.signalbox.ui.team;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.testing.SampleTeam;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamSignTest {

    @Test
    void thereIsNoneWithoutATeamFile() {
        assertThat(TeamSign.of(TeamStanding.NONE, NOW)).isEmpty();
    }

    @Test
    void isQuietWhenACommitIsInForce() {
        TeamSign sign = sign(SampleTeam.calm());
        assertThat(sign).isEqualTo(new TeamSign("Team file · 3f2a1c9", Tone.OK, true, "", ""));
    }

    @Test
    void isNotYetWellBeforeTheFirstReadingOfThisStart() {
        assertThat(sign(TeamStanding.at(SampleTeam.PLACE)).words()).isEqualTo("Team file · reading");
        TeamStanding recalled = TeamStanding.at(SampleTeam.PLACE).inForce(SampleTeam.calm().inForce(), null);
        assertThat(sign(recalled).tone()).isEqualTo(Tone.IDLE);
    }

    @Test
    void aFileThatIsAboutToBeProposedIsNoTrouble() {
        RemoteProblem none = new RemoteProblem.NotFound("The branch main has no file board.yaml.");
        assertThat(sign(TeamStanding.at(SampleTeam.PLACE).awaiting(none, null)))
                .isEqualTo(new TeamSign("Team file · none yet", Tone.IDLE, false, "", ""));
        TeamSign lost = sign(TeamStanding.at(SampleTeam.PLACE).troubled(none, null));
        assertThat(lost.tone()).as("where nothing stands in for it").isEqualTo(Tone.BAD);
        assertThat(lost.banner()).contains("has no file board.yaml.");
    }

    @Test
    void saysWhyANewerCommitIsNotInForceAndWhichOneIs() {
        TeamSign sign = sign(SampleTeam.refused());
        assertThat(sign.words()).isEqualTo("Team file · not valid");
        assertThat(sign.banner()).isEqualTo(
                "The team file's commit 9bd00b7 by Eve Miller, 4 m ago, cannot come into force: board.yaml, line 7: "
                        + "\"nmae\" is not known in a service; did you mean \"name\"? (1 more). "
                        + "Commit 3f2a1c9 stays in force.");
        assertThat(sign.press()).isEqualTo("Details…");
    }

    @Test
    void asksForAYesOnceAndNotAfterANo() {
        TeamSign asks = sign(SampleTeam.proposed(false));
        assertThat(asks.banner()).contains("would weaken protection or move an address in 3 places",
                "Commit 3f2a1c9 stays in force.");
        assertThat(asks.press()).isEqualTo("Review…");
        TeamSign kept = sign(SampleTeam.proposed(true));
        assertThat(kept.banner()).isEmpty();
        assertThat(kept.quiet()).as("the chip goes on telling").isFalse();
        assertThat(kept.words()).isEqualTo("Team file · older commit kept");
    }

    @Test
    void aFirstFileThatWaitsSaysThatNoneIsInForce() {
        TeamStanding first = TeamStanding.at(SampleTeam.PLACE).beside(
                new Newer.Refused(SampleTeam.NEW, List.of("board.yaml: the file is empty")), NOW);
        assertThat(sign(first).banner()).endsWith("No commit of it is in force yet.");
    }

    @Test
    void whatPassesByItselfIsToldByTheChipAlone() {
        TeamSign offline = sign(SampleTeam.calm().troubled(
                new RemoteProblem.Unreachable("no way", RemoteProblem.Sent.NOTHING), NOW.plusSeconds(60)));
        assertThat(offline.banner()).isEmpty();
        assertThat(offline.tone()).isEqualTo(Tone.WARN);
        assertThat(offline.words()).isEqualTo("Team file · not reachable");
    }

    @Test
    void whatSomebodyMustMendIsToldInABanner() {
        TeamSign refused = sign(SampleTeam.calm().troubled(
                new RemoteProblem.Unauthorized("The repository of the team file refused the token."), null));
        assertThat(refused.tone()).isEqualTo(Tone.BAD);
        assertThat(refused.banner()).isEqualTo(
                "The team file: The repository of the team file refused the token. Commit 3f2a1c9 stays in force.");
    }

    @Test
    void aHostileCommitChangesNothingButItsOwnWords() {
        TeamCommit hostile = new TeamCommit("9bd00b7aaaa", "Eve\u202e\nAnn", NOW, "x");
        String banner = sign(SampleTeam.calm().beside(
                new Newer.Refused(hostile, List.of("line\u0007\nA second line")), NOW)).banner();
        assertThat(banner).doesNotContain("\u202e", "\n", "\u0007").contains("‹U+202E›");
    }

    private static TeamSign sign(TeamStanding team) {
        return TeamSign.of(team, NOW).orElseThrow();
    }
}
