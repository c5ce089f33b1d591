package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardGlanceTest {

    private final BoardGlance glance = new BoardGlance();

    @Test
    void countsAsTheBoardDoes() {
        ConsoleState state = SampleStates.rich();
        BoardPage board = new BoardDesk()
                .answer(new BoardQuestion(state, SampleStates.NOW, BoardFilter.ALL, "", Set.of()));

        BoardGlance.Seen seen = glance.at(state, SampleStates.NOW);

        assertThat(seen.failing()).isPositive().isEqualTo(board.counts().get(BoardFilter.FAILING));
        assertThat(seen.moving()).isPositive().isEqualTo(board.counts().get(BoardFilter.MOVING));
        assertThat(seen.drifted()).isPositive().isEqualTo(board.counts().get(BoardFilter.DRIFTED));
        assertThat(seen.known()).isTrue();
        assertThat(seen.cells()).contains(new BoardGlance.FailingCell("checkout", "production"));
        assertThat(seen.cells()).hasSameSizeAs(board.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(CellRow::failing)
                .toList());
    }

    @Test
    void seesNothingWhereNothingIs() {
        assertThat(glance.at(ConsoleState.EMPTY, SampleStates.NOW))
                .isEqualTo(new BoardGlance.Seen(0, 0, 0, false, List.of()));
    }

    @Test
    void theSameStateLooksTheSameAgain() {
        BoardGlance.Seen first = glance.at(SampleStates.rich(), SampleStates.NOW);
        assertThat(glance.at(SampleStates.rich(), SampleStates.NOW.plusSeconds(2))).isEqualTo(first);
        assertThat(glance.at(ConsoleState.EMPTY, SampleStates.NOW.plusSeconds(4)).cells()).isEmpty();
    }
}
