package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardRowsTest {

    private final ConsoleState state = SampleStates.rich();
    private final List<ServiceRow> rows = BoardRows.of(state.described(), state, SampleStates.NOW);

    private List<BoardLine> lines(BoardFilter filter, String search, String... closed) {
        return BoardRows.lines(rows, filter, search, Set.of(closed));
    }

    private static List<String> keys(List<BoardLine> lines) {
        return lines.stream().map(BoardLine::key).toList();
    }

    @Test
    void everyServiceHasACellPerEnvironmentAndASignalBetween() {
        assertThat(rows).hasSize(10).allSatisfy(r -> {
            assertThat(r.cells()).hasSize(3);
            assertThat(r.signals()).hasSize(2);
        });
    }

    @Test
    void groupsStandInTheOrderOfTheirFirstService() {
        assertThat(keys(lines(BoardFilter.ALL, "")).stream().filter(k -> k.startsWith("group:")))
                .containsExactly("group:Storefront", "group:Payments", "group:Platform");
    }

    @Test
    void aClosedGroupKeepsItsSummary() {
        List<BoardLine> lines = lines(BoardFilter.ALL, "", "Storefront");

        assertThat(keys(lines)).doesNotContain("service:checkout").contains("service:ledger");
        assertThat(lines.getFirst()).isInstanceOfSatisfying(BoardLine.Group.class, g -> {
            assertThat(g.open()).isFalse();
            assertThat(g.failing()).isTrue();
            assertThat(g.summary()).startsWith("4 services · 1 failing");
        });
    }

    private String summary(CellRow... cells) {
        ServiceRow row = new ServiceRow("a", "G", rows.getFirst().build(), List.of(cells), List.of(), null, "a");
        List<BoardLine> lines = BoardRows.lines(List.of(row), BoardFilter.ALL, "", Set.of());
        return ((BoardLine.Group) lines.getFirst()).summary();
    }

    private static CellRow cell(Mark mark, String version) {
        return new CellRow(
                "production", List.of(workloadKey("production", "a")), mark, version, "", -1, false, false, false,
                false,
                "");
    }

    @Test
    void aGroupIsClearOnlyWhenSomethingWasRead() {
        assertThat(summary(cell(Mark.GOOD, "v1"))).isEqualTo("1 service · all clear");
        assertThat(summary(cell(Mark.UNKNOWN, "—"), cell(Mark.UNKNOWN, "—"))).isEqualTo("1 service · 2 not read yet");
        assertThat(summary(cell(Mark.GOOD, "v1"), cell(Mark.UNKNOWN, "—"))).isEqualTo("1 service · 1 not read yet");
        assertThat(summary(CellRow.NOWHERE)).as("nothing is known").isEqualTo("1 service");
    }

    @Test
    void filtersHoldWhatTheyCount() {
        BoardRows.counts(rows).forEach((filter, count) -> assertThat(
                keys(lines(filter, "")).stream().filter(k -> k.startsWith("service:")))
                .hasSize(count));
    }

    @Test
    void failingShowsOnlyWhatFails() {
        assertThat(keys(lines(BoardFilter.FAILING, ""))).containsExactly("group:Storefront", "service:checkout");
    }

    @Test
    void needsMeShowsWhereMyDecisionIsWaitedFor() {
        assertThat(keys(lines(BoardFilter.NEEDS_ME, ""))).contains("service:web-frontend");
    }

    @Test
    void allWordsOfTheSearchMustOccurInAnyCase() {
        assertThat(keys(lines(BoardFilter.ALL, "CHECK"))).containsExactly("group:Storefront", "service:checkout");
        assertThat(keys(lines(BoardFilter.ALL, "payments fraud"))).containsExactly("group:Payments",
                "service:fraud-model");
        assertThat(keys(lines(BoardFilter.ALL, "v2.15.0"))).contains("service:checkout");
        assertThat(lines(BoardFilter.ALL, "no such thing")).isEmpty();
    }

    @Test
    void aServiceWithoutARepositoryStillHasItsCells() {
        BoardStates board = new BoardStates().running(Workloads.healthy(BoardStates.PRODUCTION));

        ServiceRow row = BoardRows.of(BoardStates.BOARD, board.state(), NOON).getFirst();

        assertThat(row.cells().getLast().version()).isEqualTo("v2");
    }
}
