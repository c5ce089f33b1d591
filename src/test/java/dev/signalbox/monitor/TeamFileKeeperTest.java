package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamDecision.Verdict;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TeamFileKeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final TeamPlace PLACE = new TeamPlace("https://git.example.com/acme/board.git", "main", "b.yaml");
    private static final TeamText SAFE = text("a1", "eu!");
    private static final TeamText WEAK = text("b2", "eu");
    private static final TeamText BROKEN = text("c3", "broken");

    private final FakeTeamDecisions decisions = new FakeTeamDecisions();
    private final List<BoardSpec> inForce = new ArrayList<>();
    private TeamStanding standing = TeamStanding.NONE;
    private final TeamFileKeeper keeper = keeper();

    @Test
    void theFirstValidFileComesIntoForceAndIsKept() {
        keeper.recall();
        keeper.read(SAFE);
        assertThat(names()).containsExactly("eu!");
        assertThat(inForce()).isEqualTo("a1");
        assertThat(standing.readAt()).isEqualTo(NOW);
        assertThat(standing.newer()).isNull();
        assertThat(decisions.kept).singleElement().satisfies(d -> {
            assertThat(d.verdict()).isEqualTo(Verdict.ADOPTED);
            assertThat(d.operator()).isEqualTo("the console");
            assertThat(d.text()).isEqualTo(SAFE.text());
        });
    }

    @Test
    void aFileThatIsReadAgainUnchangedIsNotDecidedAgain() {
        keeper.read(SAFE);
        keeper.read(SAFE);
        assertThat(decisions.kept).hasSize(1);
        assertThat(inForce).hasSize(1);
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneInForceAndIsToldWithItsReason() {
        keeper.read(SAFE);
        keeper.read(BROKEN);
        assertThat(names()).containsExactly("eu!");
        assertThat(inForce()).isEqualTo("a1");
        assertThat(standing.newer()).isEqualTo(
                new Newer.Refused(BROKEN.commit(), List.of("b.yaml, line 1: broken")));
        assertThat(decisions.kept).hasSize(1);
    }

    @Test
    void aMendedFileClearsTheComplaint() {
        keeper.read(SAFE);
        keeper.read(BROKEN);
        keeper.read(text("d4", "eu! us"));
        assertThat(names()).containsExactly("eu!", "us");
        assertThat(standing.newer()).isNull();
    }

    @Test
    void aFileThatGoesBackToWhatIsInForceClearsEverything() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        keeper.read(text("e5", SAFE.text()));
        assertThat(standing.newer()).isNull();
        assertThat(inForce()).isEqualTo("a1");
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu!");
    }

    @Test
    void aFileThatWeakensSomethingWaitsWithItsDifference() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        assertThat(names()).containsExactly("eu!");
        Newer.Proposed asked = proposed();
        assertThat(asked.commit().id()).isEqualTo("b2");
        assertThat(asked.weakenings()).singleElement().satisfies(w -> assertThat(w.what()).isEqualTo("eu"));
        assertThat(asked.difference()).extracting(l -> l.kind() + " " + l.text())
                .containsExactly("REMOVED eu!", "ADDED eu");
        assertThat(asked.kept()).isFalse();
    }

    @Test
    void aYesIsWrittenDownWithWhoWhenAndWhichAndThenHolds() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu");
        assertThat(inForce()).isEqualTo("b2");
        assertThat(standing.newer()).isNull();
        assertThat(decisions.kept.getFirst()).satisfies(d -> {
            assertThat(d.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(d.operator()).isEqualTo("ann@desk");
            assertThat(d.at()).isEqualTo(NOW);
            assertThat(d.commit()).isEqualTo(WEAK.commit());
            assertThat(d.weakened()).singleElement().asString().contains("eu", "a press is enough");
        });
    }

    @Test
    void aYesThatCannotBeWrittenDownHasNoEffect() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        decisions.broken = true;
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu!");
        assertThat(proposed().failure()).contains("could not be written down", "The disk is full.");
        decisions.broken = false;
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu");
    }

    @Test
    void aYesToACommitThatIsNotTheNewestAnyMoreHasNoEffect() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        keeper.read(text("f6", "us"));
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu!");
        assertThat(decisions.kept).hasSize(1);
        keeper.keepOld("b2");
        assertThat(proposed().kept()).isFalse();
    }

    @Test
    void aNoIsRememberedAcrossStartsAndForThatCommitOnly() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        keeper.keepOld("b2");
        assertThat(proposed().kept()).isTrue();
        assertThat(decisions.kept.getFirst().verdict()).isEqualTo(Verdict.KEPT_OLD);
        assertThat(decisions.kept.getFirst().text()).isEmpty();

        TeamFileKeeper again = keeper();
        again.recall();
        again.read(WEAK);
        assertThat(proposed().kept()).isTrue();
        again.read(text("f6", "us"));
        assertThat(proposed().kept()).as("another commit is asked about anew").isFalse();
    }

    @Test
    void aNoCanBecomeAYes() {
        keeper.read(SAFE);
        keeper.read(WEAK);
        keeper.keepOld("b2");
        keeper.accept("b2");
        assertThat(names()).containsExactly("eu");
    }

    @Test
    void whatIsBrokenCannotBeAccepted() {
        keeper.read(SAFE);
        keeper.read(BROKEN);
        keeper.accept("c3");
        assertThat(names()).containsExactly("eu!");
        assertThat(decisions.kept).hasSize(1);
    }

    @Test
    void startsWithWhatWasInForceBeforeAnythingIsRead() {
        keeper.read(SAFE);
        inForce.clear();
        TeamFileKeeper next = keeper();
        next.recall();
        assertThat(names()).containsExactly("eu!");
        assertThat(standing.readAt()).as("nothing was read yet").isNull();
        assertThat(inForce()).isEqualTo("a1");
    }

    @Test
    void whatTheConsoleCannotReadAnyMoreIsNotForcedAtTheStart() {
        decisions.kept.add(new TeamDecision(
                PLACE, BROKEN.commit(), Verdict.ADOPTED, "the console", NOW, List.of(), BROKEN.text()));
        keeper.recall();
        assertThat(inForce).isEmpty();
        assertThat(standing.newer()).isInstanceOf(Newer.Refused.class);
    }

    @Test
    void withoutAJournalTheFileHoldsForNow() {
        decisions.broken = true;
        keeper.recall();
        keeper.read(SAFE);
        assertThat(names()).containsExactly("eu!");
        keeper.read(WEAK);
        assertThat(proposed().kept()).isFalse();
    }

    @Test
    void aProblemStandsBesideWhatIsInForceAndGoesWithTheNextGoodRead() {
        keeper.read(SAFE);
        RemoteProblem gone = new RemoteProblem.NotFound("gone");
        keeper.failed(gone, NOW.plusSeconds(60));
        assertThat(standing.problem()).isEqualTo(gone);
        assertThat(standing.retryAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(inForce()).isEqualTo("a1");
        keeper.read(SAFE);
        assertThat(standing.problem()).isNull();
    }

    @Test
    void weakeningInSmallStepsIsMeasuredAgainstWhatIsInForce() {
        keeper.read(text("a1", "eu! us!"));
        keeper.read(text("b2", "eu! us"));
        keeper.read(text("c3", "eu us"));
        assertThat(proposed().weakenings()).hasSize(2);
        assertThat(names()).containsExactly("eu!", "us!");
    }

    private TeamFileKeeper keeper() {
        return new TeamFileKeeper(
                PLACE, decisions, TeamFileKeeperTest::board,
                change -> standing = ((Change.TeamFileChanged) change).standing(), inForce::add, () -> null,
                () -> NOW, "ann@desk");
    }

    /// A board is a list of environments; `!` makes one production.
    private static TeamBoard board(String text) {
        if (text.equals("broken")) {
            return new TeamBoard(BoardSpec.EMPTY, List.of("b.yaml, line 1: broken"));
        }
        List<EnvironmentSpec> environments = new ArrayList<>();
        for (String word : List.of(text.split(" ", -1))) {
            environments.add(new EnvironmentSpec(word.replace("!", ""), word.endsWith("!")));
        }
        return new TeamBoard(new BoardSpec(environments, List.of()), List.of());
    }

    private static TeamText text(String commit, String text) {
        return new TeamText(new TeamCommit(commit, "Ann", NOW, "Change " + commit), text);
    }

    private List<String> names() {
        return inForce.getLast().environments().stream().map(e -> e.name() + (e.production() ? "!" : "")).toList();
    }

    private String inForce() {
        return Objects.requireNonNull(standing.inForce()).commit().id();
    }

    private Newer.Proposed proposed() {
        return (Newer.Proposed) Objects.requireNonNull(standing.newer());
    }
}
