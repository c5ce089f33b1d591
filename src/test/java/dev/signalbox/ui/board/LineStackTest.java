package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineStackTest {

    private static LineStack stack(String... names) {
        List<BoardLine> lines = Stream.of(names)
                .map(name -> name.startsWith("#")
                        ? (BoardLine) new BoardLine.Group(name, "", true, false)
                        : new BoardLine.Service(
                                new ServiceRow(name, "g", BuildRow.NONE, List.of(), List.of(), null, name)))
                .toList();
        return new LineStack(
                lines, lines.stream().map(BoardLine::key).toList(), line -> line instanceof BoardLine.Group ? 10 : 50);
    }

    @Test
    void linesLieUnderEachOther() {
        LineStack stack = stack("#a", "x", "y", "#b", "z");

        assertThat(stack.height()).isEqualTo(170);
        assertThat(stack.top(3)).isEqualTo(110);
        assertThat(stack.height(3)).isEqualTo(10);
        assertThat(stack.at(-5)).isZero();
        assertThat(stack.at(9.9)).isZero();
        assertThat(stack.at(10)).isEqualTo(1);
        assertThat(stack.at(10_000)).isEqualTo(4);
        assertThat(stack.indexOf("service:z")).isEqualTo(4);
        assertThat(stack.indexOf("service:none")).isEqualTo(-1);
    }

    @Test
    void rowsThatComeAboveMoveNothingInSight() {
        LineStack before = stack("#a", "x", "y", "z");
        LineStack next = stack("#a", "new", "newer", "x", "y", "z");

        assertThat(before.follow(next, 70, 100, -1)).isEqualTo(170);
    }

    @Test
    void rowsThatGoAboveMoveNothingInSight() {
        assertThat(stack("#a", "x", "y", "z").follow(stack("#a", "y", "z"), 70, 100, -1)).isEqualTo(20);
    }

    @Test
    void whatIsChosenStaysWhereItIsEvenIfTheFirstLineGoesElsewhere() {
        LineStack before = stack("x", "y", "chosen", "z");
        LineStack next = stack("y", "z", "chosen", "x");

        assertThat(before.follow(next, 0, 200, before.indexOf("service:chosen"))).isZero();
        LineStack later = stack("a", "b", "c", "y", "z", "chosen", "x");
        assertThat(before.follow(later, 0, 200, before.indexOf("service:chosen"))).isEqualTo(150);
    }

    @Test
    void whatIsChosenOutOfSightDoesNotPull() {
        LineStack before = stack("chosen", "x", "y", "z");
        LineStack next = stack("x", "y", "z", "chosen");

        assertThat(before.follow(next, 60, 60, 0)).isEqualTo(10);
    }

    @Test
    void whenTheFirstLineIsGoneTheNextOneStays() {
        assertThat(stack("x", "y", "z").follow(stack("z"), 20, 100, -1)).isEqualTo(-80);
    }

    @Test
    void whoStandsAtTheTopSeesWhatComesThere() {
        assertThat(stack("x", "y").follow(stack("new", "x", "y"), 0, 100, -1)).isZero();
    }

    @Test
    void nothingToFollowStaysAtTheTop() {
        assertThat(LineStack.EMPTY.follow(stack("x"), 0, 100, -1)).isZero();
        assertThat(stack("x").follow(stack("y"), 7, 100, -1)).isEqualTo(7);
    }

    @Test
    void tilesKnowWhereTheyLie() {
        TileGrid grid = TileGrid.of(230, 25);

        assertThat(grid.perRow()).isEqualTo(10);
        assertThat(grid.at(grid.x(13) + 1, grid.y(13) + 1)).isEqualTo(13);
        assertThat(grid.at(grid.x(13) + TileGrid.TILE + 2, grid.y(13) + 1)).isEqualTo(-1);
        assertThat(grid.at(grid.x(24) + 30, grid.y(24) + 1)).isEqualTo(-1);
        assertThat(grid.at(0, 0)).isEqualTo(-1);
        assertThat(grid.y(24) + TileGrid.TILE).isLessThan(grid.height());
        assertThat(TileGrid.of(3, 4).perRow()).isEqualTo(1);
        assertThat(TileGrid.of(230, 0).height()).isPositive();
    }

    @Test
    void aTileShowsTheWorstThatIsKnownAndWhere() {
        ServiceRow row = row(cell("dev", Mark.GOOD, false, false), cell("prod", Mark.BAD, false, true),
                cell("eu", Mark.MOVING, true, false));

        assertThat(TileRow.of(row)).isEqualTo(new TileRow("s", "prod", Mark.BAD, "s, prod spoken"));
        assertThat(TileRow.of(row(cell("dev", Mark.GOOD, false, false), cell("eu", Mark.MOVING, true, false))).mark())
                .isEqualTo(Mark.MOVING);
    }

    @Test
    void aServiceThatLivesNowhereHasATileToo() {
        assertThat(TileRow.of(row()).mark()).isEqualTo(Mark.IDLE);
    }

    @Test
    void aDecisionOfMineShowsOnATileThatIsWellOtherwise() {
        SignalRow mine = new SignalRow(Mark.PEOPLE, 2, "Run #1 waits for approval", true, null, "prod");
        ServiceRow row = new ServiceRow(
                "s", "g", BuildRow.NONE, List.of(cell("dev", Mark.GOOD, false, false)), List.of(mine), null, "");

        assertThat(TileRow.of(row))
                .isEqualTo(new TileRow("s", "prod", Mark.PEOPLE, "s: Run #1 waits for approval"));
    }

    @Test
    void aDecisionOfMineWhereNoSignalStandsShowsOnATileToo() {
        SignalRow aside = new SignalRow(Mark.PEOPLE, 1, "Run #1 waits for approval for dev", true, null, "dev");
        ServiceRow row = new ServiceRow(
                "s", "g", BuildRow.NONE, List.of(cell("dev", Mark.GOOD, false, false)), List.of(), aside, "");

        assertThat(row.needsMe()).isTrue();
        assertThat(row.signalBefore("dev")).contains(aside);
        assertThat(row.signalBefore("prod")).isEmpty();
        assertThat(TileRow.of(row))
                .isEqualTo(new TileRow("s", "dev", Mark.PEOPLE, "s: Run #1 waits for approval for dev"));
    }

    private static ServiceRow row(CellRow... cells) {
        return new ServiceRow("s", "g", BuildRow.NONE, List.of(cells), List.of(), null, "");
    }

    private static CellRow cell(String environment, Mark mark, boolean moving, boolean failing) {
        return new CellRow(
                environment, List.of(), mark, "v1", "", -1, moving, failing, false, false, environment + " spoken");
    }
}
