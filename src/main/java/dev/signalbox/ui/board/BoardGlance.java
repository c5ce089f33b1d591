package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// How the board stands, for who does not look at it: counted as the board counts, without its lines. Keeps what need not
/// be made again, so it is asked by one thread at a time.
public final class BoardGlance {

    private final BoardDesk desk = new BoardDesk();

    /// Where something fails. Its names are as the remote gave them: not safe to show.
    public record FailingCell(String service, String environment) {}

    /// What is seen.
    ///
    /// @param failing how many services fail somewhere; `moving` and `drifted` likewise
    /// @param known whether anything was read at all
    /// @param cells where something fails, in the board's order
    public record Seen(int failing, int moving, int drifted, boolean known, List<FailingCell> cells) {

        public Seen {
            cells = List.copyOf(cells);
        }
    }

    /// Looks once.
    public Seen at(ConsoleState state, Instant now) {
        BoardPage page = desk.answer(new BoardQuestion(state, now, BoardFilter.FAILING, "", Set.of()));
        List<FailingCell> cells = page.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(CellRow::failing)
                        .map(cell -> new FailingCell(row.name(), cell.environment())))
                .toList();
        return new Seen(
                count(page, BoardFilter.FAILING), count(page, BoardFilter.MOVING), count(page, BoardFilter.DRIFTED),
                page.rows().stream().anyMatch(row -> row.cells().stream().anyMatch(CellRow::isKnown)), cells);
    }

    /// How the board stands now, for the first moment of the next start: all services, as the filter that each start begins with
    /// shows them.
    ///
    /// @param closed names of the groups that are shown as tiles; a preview tells only their headings
    public static BoardPreview preview(ConsoleState state, Set<String> closed, Instant now) {
        return BoardPreviews.of(state, closed, now);
    }

    private static int count(BoardPage page, BoardFilter filter) {
        return page.counts().getOrDefault(filter, 0);
    }
}
