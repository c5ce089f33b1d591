package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.team.StandIn;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds here before the first commit of the team's is in force.
class TeamFileStandInTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final TeamPlace PLACE = new TeamPlace("https://git.example.com/acme/board.git", "main", "b.yaml");

    private final List<BoardSpec> inForce = new ArrayList<>();
    private @Nullable StandIn before;
    private TeamStanding standing = TeamStanding.NONE;
    private final TeamFileKeeper keeper = new TeamFileKeeper(
            PLACE, new FakeTeamDecisions(), TeamFileStandInTest::board,
            change -> standing = ((Change.TeamFileChanged) change).standing(), inForce::add, () -> before,
            () -> NOW, "ann@desk");

    @Test
    void theFirstOneIsComparedWithWhatHeldHereBefore() {
        before = new StandIn(board("eu! lab!").spec(), false);
        keeper.read(text("a1", "eu lab!"));
        assertThat(proposed().weakenings()).hasSize(1);
        assertThat(inForce).isEmpty();
        keeper.accept("a1");
        assertThat(names()).containsExactly("eu", "lab!");
        keeper.read(text("b2", "eu lab! us"));
        assertThat(names()).as("from then on with what is in force").containsExactly("eu", "lab!", "us");
    }

    @Test
    void whereNobodyKnowsWhatHeldHereEveryFirstOneWaitsForAYes() {
        before = new StandIn(null, false);
        keeper.read(text("a1", "eu! us!"));
        assertThat(inForce).isEmpty();
        assertThat(proposed().weakenings()).containsExactly(Weakening.OF_UNREAD_STAND_IN);
        keeper.accept("a1");
        assertThat(names()).containsExactly("eu!", "us!");
    }

    @Test
    void aFileThatIsNotThereIsWaitedForWhereSomethingStandsInAndMissedWhereNothingDoes() {
        RemoteProblem none = new RemoteProblem.NotFound("no file");
        keeper.missing(none, NOW);
        assertThat(standing.awaited()).isFalse();
        assertThat(standing.problem()).isEqualTo(none);
        before = new StandIn(BoardSpec.EMPTY, false);
        keeper.missing(none, NOW);
        assertThat(standing.awaited()).isTrue();
        assertThat(standing.problem()).isEqualTo(none);
        keeper.read(text("a1", "eu!"));
        assertThat(standing.awaited()).isFalse();
        keeper.missing(none, NOW);
        assertThat(standing.awaited()).as("it was there").isFalse();
    }

    @Test
    void aYesIsToWhatHoldsByThenAndNotToWhatHeldWhenItWasRead() {
        before = new StandIn(board("eu!").spec(), false);
        keeper.read(text("a1", "eu"));
        before = new StandIn(board("eu! lab!").spec(), false);
        keeper.accept("a1");
        assertThat(inForce).isEmpty();
        assertThat(proposed().weakenings()).hasSize(2);
        assertThat(proposed().failure()).isEqualTo("What holds here was changed meanwhile. Look again.");
        keeper.accept("a1");
        assertThat(names()).containsExactly("eu");
    }

    @Test
    void ofABoardThatStaysOnTopNothingIsLostSoNobodyIsAsked() {
        before = new StandIn(board("eu! lab!").spec(), true);
        keeper.missing(new RemoteProblem.NotFound("no file"), NOW);
        assertThat(standing.awaited()).as("it can be proposed").isTrue();
        keeper.read(text("a1", "us!"));
        assertThat(names()).containsExactly("us!");
    }

    /// A board is a list of environments; `!` makes one production.
    private static TeamBoard board(String text) {
        return new TeamBoard(
                new BoardSpec(
                        List.of(text.split(" ", -1)).stream()
                                .map(word -> new EnvironmentSpec(word.replace("!", ""), word.endsWith("!")))
                                .toList(),
                        List.of()),
                List.of());
    }

    private static TeamText text(String commit, String text) {
        return new TeamText(new TeamCommit(commit, "Ann", NOW, "Change " + commit), text);
    }

    private List<String> names() {
        return inForce.getLast().environments().stream().map(e -> e.name() + (e.production() ? "!" : "")).toList();
    }

    private Newer.Proposed proposed() {
        return (Newer.Proposed) Objects.requireNonNull(standing.newer());
    }
}
