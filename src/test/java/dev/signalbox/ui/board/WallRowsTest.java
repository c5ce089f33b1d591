package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.LargeBoard;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WallRowsTest {

    private static final Instant NOW = SampleStates.NOW;

    private static WallPage wall(ConsoleState state, Instant at, Instant now) {
        BoardPage page = new BoardDesk().answer(new BoardQuestion(state, at, BoardFilter.DRIFTED, "zzz", Set.of()));
        return WallRows.of(page, now);
    }

    private static WallPage rich(Instant now) {
        return wall(SampleStates.rich(), NOW, now);
    }

    @Test
    void theWorstStandsFirst() {
        WallPage page = rich(NOW);

        assertThat(page.troubles().getFirst()).isEqualTo(
                new WallPage.Trouble(Mark.BAD, "checkout · production", "v2.14.1 · 4/6 · CrashLoopBackOff · 3 m"));
        assertThat(page.troubles()).hasSize(WallRows.TROUBLES);
        assertThat(page.more()).isEqualTo("and 3 more");
    }

    @Test
    void countsTheWholeBoardWhateverIsFilteredOnIt() {
        assertThat(rich(NOW).counts()).extracting(WallPage.Count::words)
                .containsExactly("1 failing", "1 moving", "9 drifted", "10 services");
    }

    @Test
    void whatIsWellIsSaidToBeWell() {
        WallPage page = wall(new LargeBoard(10, 2).state(), LargeBoard.NOW, LargeBoard.NOW);

        assertThat(page.troubles()).isEmpty();
        assertThat(page.more()).isEmpty();
        assertThat(page.counts().getFirst()).isEqualTo(new WallPage.Count(Mark.GOOD, "0 failing"));
    }

    @Test
    void oneGroupFollowsTheOtherAndTheFirstComesAgain() {
        List<String> groups = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            groups.add(rich(NOW.plus(WallRows.TURN.multipliedBy(turn))).group());
        }
        assertThat(new LinkedHashSet<>(groups.subList(0, 3))).containsExactlyInAnyOrder(
                "Storefront · 1 of 3", "Payments · 2 of 3", "Platform · 3 of 3");
        assertThat(groups.get(3)).isEqualTo(groups.getFirst());
        assertThat(rich(NOW).group()).isEqualTo(rich(NOW.plusMillis(400)).group());
    }

    @Test
    void aLargeGroupTakesSeveralPagesWithTheWorstOnTheFirst() {
        ConsoleState state = LargeBoard.troubled(50);
        List<WallPage> pages = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            pages.add(wall(state, LargeBoard.NOW, LargeBoard.NOW.plus(WallRows.TURN.multipliedBy(turn))));
        }
        WallPage first = pages.stream().filter(p -> p.group().endsWith("1 of 3")).findFirst().orElseThrow();
        assertThat(first.tiles()).hasSize(WallRows.TILES);
        assertThat(first.tiles().getFirst().mark()).isEqualTo(Mark.BAD);
        assertThat(pages.stream().flatMap(p -> p.tiles().stream()).map(WallPage.Tile::name).distinct()).hasSize(50);
    }

    @Test
    void saysHowOldTheDataIs() {
        ConsoleState state = new LargeBoard(3, 1).state();
        assertThat(wall(state, LargeBoard.NOW, LargeBoard.NOW.plusSeconds(8)).age()).isEqualTo("Data 8 s old");
        assertThat(wall(state, LargeBoard.NOW, LargeBoard.NOW.plusSeconds(8)).old()).isFalse();
        assertThat(wall(state, LargeBoard.NOW, LargeBoard.NOW.plusSeconds(90)).old()).isTrue();
    }

    @Test
    void namesAConnectionThatDoesNotTell() {
        ConsoleState state = new Reducer().apply(new LargeBoard(3, 1).state(), List.of(new Change.ConnectionTroubled(
                LargeBoard.CLUSTER,
                new RemoteProblem.Unreachable("secret words of a server", RemoteProblem.Sent.NOTHING),
                null)));
        WallPage page = wall(state, LargeBoard.NOW, LargeBoard.NOW.plusSeconds(240));

        assertThat(page.age()).isEqualTo("cluster-1 not current, as of 4 m ago");
        assertThat(page.old()).isTrue();
    }

    @Test
    void anEmptyBoardSaysThatNothingIsConnected() {
        WallPage page = wall(ConsoleState.EMPTY, NOW, NOW);

        assertThat(page.age()).isEqualTo("Nothing is connected");
        assertThat(page.group()).isEqualTo("No services yet");
        assertThat(page.tiles()).isEmpty();
    }

    @Test
    void nothingThatPeopleWroteIsShown() {
        assertThat(rich(NOW).toString())
                .doesNotContain("Tune ranking weights", "release-mgr", "cannot connect to ledger", "dev-1");
    }

    @Test
    void movesALittleFromMinuteToMinuteSoThatNoLineBurnsIn() {
        Set<Integer> shifts = new LinkedHashSet<>();
        for (int minute = 0; minute < 9; minute++) {
            shifts.add(rich(NOW.plusSeconds(60L * minute)).shift());
        }
        assertThat(shifts).hasSize(9).allMatch(s -> Math.abs(s) <= 4);
    }
}
