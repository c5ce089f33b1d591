package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardPreviewsTest {

    private final ConsoleState state = SampleStates.rich();
    private final BoardPage board =
            new BoardDesk().answer(new BoardQuestion(state, SampleStates.NOW, BoardFilter.ALL, "", Set.of()));

    private BoardPreview preview(Set<String> closed) {
        return BoardPreviews.of(state, closed, SampleStates.NOW);
    }

    private static List<BoardPreview.Service> services(BoardPreview preview) {
        return preview.lines().stream()
                .filter(BoardPreview.Service.class::isInstance)
                .map(BoardPreview.Service.class::cast)
                .toList();
    }

    @Test
    void hasTheBoardsColumnsAndServicesInItsOrder() {
        BoardPreview preview = preview(Set.of());
        assertThat(preview.at()).isEqualTo(SampleStates.NOW);
        assertThat(preview.columns().stream().map(BoardPreview.Column::name))
                .isEqualTo(board.board().environments().stream().map(e -> e.name()).toList());
        assertThat(preview.columns().stream().filter(BoardPreview.Column::production)).hasSize(1);
        assertThat(services(preview).stream().map(BoardPreview.Service::name))
                .hasSizeGreaterThan(5)
                .containsExactlyElementsOf(board.rows().stream().map(ServiceRow::name).toList());
    }

    @Test
    void tellsVersionsAndHowTheyStoodAndWhenTheyWereRead() {
        BoardPreview.Service checkout = services(preview(Set.of())).stream()
                .filter(s -> s.name().equals("checkout"))
                .findFirst()
                .orElseThrow();
        ServiceRow row = board.row("checkout").orElseThrow();
        for (int i = 0; i < row.cells().size(); i++) {
            CellRow cell = row.cells().get(i);
            BoardPreview.Cell seen = checkout.cells().get(i);
            assertThat(seen.version()).isEqualTo(cell.version());
            assertThat(seen.word()).isEqualTo(cell.mark().word());
            assertThat(seen.tone().name()).isEqualTo(cell.mark().tone().name());
            cell.workloads().forEach(
                    key -> assertThat(seen.readAt()).isEqualTo(state.workload(key).readAt()));
        }
        assertThat(checkout.cells()).anyMatch(cell -> cell.tone() == BoardPreview.Tone.BAD);
    }

    @Test
    void aClosedGroupIsItsHeadingAlone() {
        String group = board.rows().getFirst().group();
        BoardPreview preview = preview(Set.of(group));
        assertThat(preview.lines().getFirst()).isInstanceOfSatisfying(
                BoardPreview.Group.class, heading -> assertThat(heading.name()).isEqualTo(group));
        assertThat(services(preview).stream().map(BoardPreview.Service::name))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(board.rows().stream()
                        .filter(row -> row.group().equals(group))
                        .map(ServiceRow::name)
                        .toList());
    }

    @Test
    void anEmptyBoardHasAnEmptyPreview() {
        assertThat(BoardPreviews.of(ConsoleState.EMPTY, Set.of(), SampleStates.NOW).lines()).isEmpty();
    }
}
