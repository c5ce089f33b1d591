package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Fx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Freezes on the board: which cells tell of one, how, and what it costs.
class FreezeSignsTest {

    private static final Freeze PRODUCTION = freeze(1, -1, 5, "production");
    private static final Freeze COMING = freeze(2, 1, 2, "production");

    private static final String FIVE_HOURS = "frozen for another 5 h, until 20 Nov 17:00 UTC";

    private final FreezeSigns signs = new FreezeSigns();

    @Test
    void onlyTheCellsOfTheFrozenEnvironmentSaySo() {
        List<CellRow> cells = row(board(PRODUCTION), NOON).cells();
        assertThat(cells).extracting(CellRow::frozen).containsExactly("", FIVE_HOURS);
        assertThat(cells.get(1).spoken()).endsWith(", " + FIVE_HOURS);
        assertThat(cells.get(0).spoken()).doesNotContain("frozen");
    }

    @Test
    void aFreezeOfNoEnvironmentIsOneOfAll() {
        assertThat(row(board(freeze(1, -1, 5)), NOON).cells()).extracting(CellRow::frozen)
                .containsOnly(FIVE_HOURS);
    }

    @Test
    void ofSeveralTheOneThatEndsLastIsTold() {
        assertThat(row(board(PRODUCTION, freeze(3, -2, 8, "production")), NOON).cells().get(1).frozen())
                .isEqualTo("frozen for another 8 h, until 20 Nov 20:00 UTC");
    }

    /// People may look at it from another part of the world than those who made it.
    @Test
    void tellsUntilWhenByTheClockOfTheFreeze() {
        Freeze berlin = new Freeze(1, "0 9 20 11 *", "30 18 21 11 *", "Berlin", List.of("production"));
        assertThat(row(board(berlin), NOON).cells().get(1).frozen())
                .isEqualTo("frozen for another 1 d, until 21 Nov 18:30 Europe/Berlin");
    }

    @Test
    void aFreezeThatHasNotBegunOrCannotBeReadIsNoSign() {
        Freeze odd = new Freeze(4, "never", "again", "", List.of());
        assertThat(row(board(COMING, odd), NOON).cells()).extracting(CellRow::frozen).containsOnly("");
        assertThat(signs.of(null, board(PRODUCTION), NOON)).isEmpty();
    }

    @Test
    void isWorkedOutOnceUntilSomethingBeginsOrEnds() {
        ConsoleState state = board(PRODUCTION, COMING);
        List<FreezeWindow> first = signs.of(CHECKOUT, state, NOON);
        assertThat(first).hasSize(1);
        assertThat(signs.of(CHECKOUT, state, NOON.plusSeconds(3_599))).isSameAs(first);
        assertThat(signs.of(CHECKOUT, state, NOON.plusSeconds(3_600))).hasSize(2);
        assertThat(signs.of(CHECKOUT, state, NOON.plus(Duration.ofHours(5)))).isEmpty();
    }

    @Test
    void anotherReadingOfTheSameFreezesKeepsTheRow() {
        BoardDesk desk = new BoardDesk();
        ServiceRow before = page(desk, board(PRODUCTION), NOON);
        ConsoleState again = new Reducer().apply(
                board(PRODUCTION), List.of(read(NOON.plusSeconds(1), PRODUCTION)));
        List<FreezeWindow> first = signs.of(CHECKOUT, board(PRODUCTION), NOON);
        assertThat(signs.of(CHECKOUT, again, NOON)).isSameAs(first);
        assertThat(page(desk, again, NOON).cells()).isEqualTo(before.cells());
    }

    @Test
    void theBoardShowsAFreezeThatIsReadAndTakesItAwayWhenItIsLifted() {
        BoardDesk desk = new BoardDesk();
        assertThat(page(desk, board(), NOON).cells().get(1).frozen()).isEmpty();
        assertThat(page(desk, board(PRODUCTION), NOON).cells().get(1).frozen()).isEqualTo(FIVE_HOURS);
        assertThat(page(desk, board(), NOON).cells().get(1).frozen()).isEmpty();
    }

    @Test
    void theBoardShowsAFreezeThatBeginsByTheClockAlone() {
        BoardDesk desk = new BoardDesk();
        ConsoleState state = board(COMING);
        assertThat(page(desk, state, NOON).cells().get(1).frozen()).isEmpty();
        Instant begun = NOON.plus(Duration.ofHours(1)).plusSeconds(30);
        assertThat(page(desk, state, begun).cells().get(1).frozen()).startsWith("frozen for another");
    }

    @Test
    void theCellShowsALockWithWordsAndNoLongerOnceItIsOver() {
        Fx.start();
        CellRow row = row(board(PRODUCTION), NOON).cells().get(1);
        CellRow free = row(board(), NOON).cells().get(1);
        List<String> told = new ArrayList<>();
        Fx.act(() -> {
            TargetCell cell = new TargetCell();
            cell.show(free, false);
            told.add(lock(cell));
            List<String> styles = List.copyOf(cell.getStyleClass());
            cell.show(row, false);
            told.add(lock(cell));
            told.add(cell.getAccessibleText());
            cell.show(free, false);
            told.add(lock(cell));
            assertThat(cell.getStyleClass()).isEqualTo(styles);
        });
        assertThat(told).containsExactly("none", FIVE_HOURS, row.spoken(), "none");
    }

    @Test
    void theDrawerTellsOfAFreezeThatBeginsWithinADay() {
        assertThat(fact(freeze(1, 5, 9))).contains("begins in 5 h 00 m, for 4 h 00 m");
        assertThat(fact(freeze(1, 23, 30), freeze(2, 2, 3))).contains("begins in 2 h 00 m, for 1 h 00 m");
        assertThat(fact(freeze(1, 24, 30))).as("not within a day").isEmpty();
        assertThat(fact(freeze(1, 5, 9, "staging"))).as("elsewhere").isEmpty();
        assertThat(fact()).isEmpty();
    }

    @Test
    void theDrawerTellsFirstOfTheFreezeThatIsInForce() {
        assertThat(fact(freeze(1, -1, 2), freeze(2, 5, 9))).contains("nobody should deploy here for 2 h 00 m");
        assertThat(FreezeSigns.fact(null, "production", board(PRODUCTION), NOON)).isEmpty();
    }

    @Test
    void theOpenDrawerShowsIt() {
        ConsoleState state = board(freeze(1, 5, 9));
        CellRow cell = CellRows.of(BoardStates.SERVICE, "production", state, NOON);
        assertThat(DrawerRows.of(BoardStates.SERVICE, cell, 0, state, NOON).facts())
                .anySatisfy(fact -> {
                    assertThat(fact.label()).isEqualTo("Freeze");
                    assertThat(fact.value()).startsWith("begins in ");
                });
        assertThat(cell.frozen()).as("nothing is frozen yet").isEmpty();
    }

    private static Optional<String> fact(Freeze... freezes) {
        return FreezeSigns.fact(CHECKOUT, "production", board(freezes), NOON);
    }

    @Test
    void aTileTellsOfAFreezeOnceWhereverItIs() {
        ServiceRow everywhere = row(board(freeze(1, -1, 5)), NOON);
        String words = TileRow.of(everywhere).words();
        assertThat(words.split("frozen", -1)).hasSize(3);
        assertThat(TileRow.of(row(board(), NOON)).words()).doesNotContain("frozen");
    }

    private static String lock(TargetCell cell) {
        return cell.lookupAll(".ikonli-font-icon").stream()
                .filter(Node::isVisible)
                .filter(n -> n instanceof FontIcon icon && icon.getIconCode() == Feather.LOCK)
                .map(Node::getAccessibleText)
                .findFirst()
                .orElse("none");
    }

    private static ServiceRow page(BoardDesk desk, ConsoleState state, Instant now) {
        return desk.answer(new BoardQuestion(state, now, BoardFilter.ALL, "", Set.of())).rows().getFirst();
    }

    private static ServiceRow row(ConsoleState state, Instant now) {
        return BoardRows.of(BoardStates.BOARD, state, now).getFirst();
    }

    private static ConsoleState board(Freeze... freezes) {
        return new BoardStates()
                .running(
                        Workloads.healthy(BoardStates.STAGING),
                        Workloads.healthy(BoardStates.PRODUCTION))
                .with(read(NOON, freezes))
                .state();
    }

    private static Change read(Instant at, Freeze... freezes) {
        return new Change.FreezesRead(CHECKOUT, new Answer.Good<>(List.of(freezes), at));
    }

    /// Hours from noon on, that day alone.
    private static Freeze freeze(long number, int from, int until, String... environments) {
        return new Freeze(number, cron(from), cron(until), "UTC", List.of(environments));
    }

    private static String cron(int hours) {
        var at = NOON.plus(Duration.ofHours(hours)).atZone(ZoneOffset.UTC);
        return at.getMinute() + " " + at.getHour() + " " + at.getDayOfMonth() + " " + at.getMonthValue() + " *";
    }
}
