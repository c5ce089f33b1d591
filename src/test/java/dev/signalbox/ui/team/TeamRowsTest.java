package dev.signalbox.ui.team;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.testing.SampleTeam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamRowsTest {

    @Test
    void tellsWhereTheFileLiesWhatIsInForceAndWhoSaidYes() {
        TeamCard card = TeamRows.of(SampleTeam.calm(), NOW);
        assertThat(card.facts()).containsExactly(
                new TeamCard.Fact("Repository", "https://git.example.com/acme/board.git"),
                new TeamCard.Fact("File", "ops/board.yaml on main"),
                new TeamCard.Fact("In force", "3f2a1c9 by Ann Archer, 1 d ago: “Add the search service”; "
                        + "accepted by release-mgr@desk-7 22 h ago"),
                new TeamCard.Fact("Read", "40 s ago"));
        assertThat(card.commit()).as("nothing to answer").isEmpty();
    }

    @Test
    void tellsEachThingThatIsWrongWithACommit() {
        TeamCard card = TeamRows.of(SampleTeam.refused(), NOW);
        assertThat(card.newer()).startsWith("Commit 9bd00b7 by Eve Miller, 4 m ago")
                .endsWith("cannot come into force.");
        assertThat(card.problems()).hasSize(2);
        assertThat(card.commit()).isEmpty();
    }

    @Test
    void tellsBothSidesOfEverythingThatBecomesWeaker() {
        TeamCard card = TeamRows.of(SampleTeam.proposed(false), NOW);
        assertThat(card.weaker()).containsExactly(
                new TeamCard.Weaker(
                        "Address of work, to which its token goes", "https://github.example.com",
                        "https://github.example.com.evil.test"),
                new TeamCard.Weaker("Cluster prod-eu", "looked at only", "may be changed"),
                new TeamCard.Weaker("Environment production", "actions ask for its name", "a press is enough"));
        assertThat(card.lines()).extracting(l -> l.sign() + l.text()).contains(
                "−read-only: [prod-eu]", "+    production: false", "−    production: true");
        assertThat(card.commit()).isEqualTo(SampleTeam.NEW.id());
    }

    @Test
    void hasWordsForEveryKind() {
        List<Weakening> all = Arrays.stream(Weakening.Kind.values())
                .map(kind -> new Weakening(kind, "it", "old", "new")).toList();
        TeamCard card = TeamRows.of(SampleTeam.calm().beside(
                new Newer.Proposed(SampleTeam.NEW, all, List.of(), false, ""), NOW), NOW);
        assertThat(card.weaker()).extracting(TeamCard.Weaker::what).doesNotHaveDuplicates()
                .hasSize(Weakening.Kind.values().length);
    }

    @Test
    void tellsAnAnswerThatCouldNotBeWrittenDown() {
        TeamCard card = TeamRows.of(SampleTeam.calm().beside(
                new Newer.Proposed(SampleTeam.NEW, List.of(), List.of(), false, "The disk is full."), NOW), NOW);
        assertThat(card.problems()).containsExactly("The disk is full.");
    }

    @Test
    void tellsAProblemWithWhenItIsTriedAgainAndKeepsItBesideANewerCommit() {
        RemoteProblem problem = new RemoteProblem.Unreachable("There is no way.", RemoteProblem.Sent.NOTHING);
        assertThat(TeamRows.of(TeamStanding.at(SampleTeam.PLACE).awaiting(problem, null), NOW).pill())
                .isEqualTo("none yet");
        assertThat(TeamRows.of(SampleTeam.calm().troubled(problem, NOW.plusSeconds(90)), NOW).problems())
                .containsExactly("There is no way. It is tried again in 1 m.");
        TeamCard both = TeamRows.of(SampleTeam.proposed(false).troubled(problem, null), NOW);
        assertThat(both.facts().getLast().value()).contains("the latest attempt failed: There is no way.");
        assertThat(both.commit()).isNotEmpty();
    }

    @Test
    void aHugeDifferenceIsCutAndCounted() {
        String text = IntStream.range(0, 900).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        TeamCard card = TeamRows.of(SampleTeam.calm().beside(
                new Newer.Proposed(SampleTeam.NEW, List.of(), TextDiff.of("", text), false, ""), NOW), NOW);
        assertThat(card.lines()).hasSize(401);
        assertThat(card.lines().getLast().text()).isEqualTo("500 more lines");
    }

    @Test
    void hostileTextIsShownAndCannotReorderItself() {
        TeamCommit hostile = new TeamCommit("9bd00b7", "\u202eeve", NOW, "a\u001b[31m\nb");
        TeamCard card = TeamRows.of(SampleTeam.calm().beside(
                new Newer.Proposed(
                        hostile,
                        List.of(new Weakening(Weakening.Kind.HOST_MOVED, "w\u200b", "https://a", "https://b\u202e")),
                        TextDiff.of("", "x\u2066y\tz"), false, ""),
                NOW), NOW);
        assertThat(card.toString()).doesNotContain("\u202e", "\u001b", "\u2066", "\u200b").contains("‹U+202E›");
    }

    @Test
    void aCommitOlderThanWhatWasFetchedHasNoAuthor() {
        TeamCard card = TeamRows.of(SampleTeam.calm().beside(
                new Newer.Refused(new TeamCommit("9bd00b7", "", NOW, ""), List.of("x")), NOW), NOW);
        assertThat(card.newer()).isEqualTo("Commit 9bd00b7, just now. It cannot come into force.");
        assertThat(TeamRows.of(TeamStanding.at(SampleTeam.PLACE), NOW).facts().get(2).value())
                .startsWith("no commit yet");
    }
}
