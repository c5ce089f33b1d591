package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardWalkTest {

    private static final List<EnvironmentSpec> COLUMNS =
            List.of(new EnvironmentSpec("dev", false), new EnvironmentSpec("prod", true));

    /// x and y as rows, then seven tiles in rows of three, then z.
    private final BoardWalk walk = new BoardWalk(
            List.of(
                    new BoardLine.Group("a", "", true, false), row("x"), row("y"),
                    new BoardLine.Group("b", "", false, false),
                    new BoardLine.Tiles("b", IntStream.range(0, 7)
                            .mapToObj(i -> new TileRow("t" + i, "prod", Mark.GOOD, "")).toList()),
                    new BoardLine.Group("c", "", true, false), row("z")),
            COLUMNS, 3);

    private static BoardLine row(String name) {
        return new BoardLine.Service(new ServiceRow(name, "g", BuildRow.NONE, List.of(), List.of(), null, name));
    }

    private static Selection at(String service, String environment) {
        return new Selection(service, environment, 0);
    }

    private @Nullable Selection go(String service, int down, int right) {
        return walk.from(at(service, "prod"), down, right);
    }

    @Test
    void beginsAtTheFirstRowInTheLastColumn() {
        assertThat(walk.from(null, 1, 0)).isEqualTo(at("x", "prod"));
        assertThat(walk.from(null, 0, -1)).isEqualTo(at("x", "prod"));
    }

    @Test
    void movesOverRowsAndColumnsAndStopsAtTheEdges() {
        assertThat(walk.from(at("x", "dev"), 1, 0)).isEqualTo(at("y", "dev"));
        assertThat(walk.from(at("x", "dev"), 0, -1)).isEqualTo(at("x", "dev"));
        assertThat(walk.from(at("x", "dev"), 0, 1)).isEqualTo(at("x", "prod"));
        assertThat(walk.from(at("x", "dev"), -1, 0)).isEqualTo(at("x", "dev"));
        assertThat(go("z", 1, 0)).isEqualTo(at("z", "prod"));
    }

    @Test
    void entersTilesFromBothSides() {
        assertThat(walk.from(at("y", "dev"), 1, 0)).isEqualTo(at("t0", "prod"));
        assertThat(go("z", -1, 0)).isEqualTo(at("t6", "prod"));
    }

    @Test
    void movesFromTileToTile() {
        assertThat(go("t0", 0, 1)).isEqualTo(at("t1", "prod"));
        assertThat(go("t1", 1, 0)).isEqualTo(at("t4", "prod"));
        assertThat(go("t4", -1, 0)).isEqualTo(at("t1", "prod"));
        assertThat(go("t2", 0, 1)).isEqualTo(at("t3", "prod"));
    }

    @Test
    void aShortLastRowIsReachedFromAnyColumn() {
        assertThat(go("t5", 1, 0)).isEqualTo(at("t6", "prod"));
    }

    @Test
    void leavesTilesAboveAndBelow() {
        assertThat(go("t1", -1, 0)).isEqualTo(at("y", "prod"));
        assertThat(go("t6", 1, 0)).isEqualTo(at("z", "prod"));
        assertThat(go("t6", 0, 1)).isEqualTo(at("z", "prod"));
        assertThat(go("t0", 0, -1)).isEqualTo(at("y", "prod"));
    }

    @Test
    void whatIsNotListedAnyMoreLeadsBackToTheTop() {
        assertThat(go("gone", 1, 0)).isEqualTo(at("x", "prod"));
    }

    @Test
    void onAnEmptyBoardThereIsNowhereToGo() {
        assertThat(new BoardWalk(List.of(), COLUMNS, 3).from(null, 1, 0)).isNull();
    }
}
