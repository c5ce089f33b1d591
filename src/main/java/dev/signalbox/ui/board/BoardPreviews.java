package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Makes previews of the board.
final class BoardPreviews {

    /// As many as the highest screens show.
    private static final int LINES = 120;

    private BoardPreviews() {}

    /// How the board stands now: all services, as the filter that each start begins with shows them.
    ///
    /// @param closed names of the groups that are shown as tiles; a preview tells only their headings
    static BoardPreview of(ConsoleState state, Set<String> closed, Instant now) {
        BoardPage page = new BoardDesk().answer(new BoardQuestion(state, now, BoardFilter.ALL, "", closed));
        List<BoardPreview.Line> lines = new ArrayList<>();
        for (BoardLine line : page.lines()) {
            switch (line) {
                case BoardLine.Group(String name, String summary, boolean open, boolean failing) ->
                        lines.add(new BoardPreview.Group(name, summary, failing));
                case BoardLine.Service(ServiceRow row) -> lines.add(service(row, state, now));
                case BoardLine.Tiles tiles -> {}
            }
            if (lines.size() >= LINES) {
                break;
            }
        }
        List<BoardPreview.Column> columns =
                page.board().environments().stream().map(BoardPreviews::column).toList();
        return new BoardPreview(now, columns, lines);
    }

    private static BoardPreview.Column column(EnvironmentSpec environment) {
        return new BoardPreview.Column(environment.name(), environment.production());
    }

    private static BoardPreview.Service service(ServiceRow row, ConsoleState state, Instant now) {
        return new BoardPreview.Service(
                row.name(), row.cells().stream().map(cell -> cell(cell, state, now)).toList());
    }

    private static BoardPreview.Cell cell(CellRow cell, ConsoleState state, Instant now) {
        Instant oldest = cell.workloads().stream()
                .map(key -> state.workload(key).readAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(now);
        return new BoardPreview.Cell(cell.version(), tone(cell.mark().tone()), cell.mark().word(), oldest);
    }

    private static BoardPreview.Tone tone(Tone tone) {
        return switch (tone) {
            case OK -> BoardPreview.Tone.OK;
            case WARN -> BoardPreview.Tone.WARN;
            case BAD -> BoardPreview.Tone.BAD;
            case RUN -> BoardPreview.Tone.RUN;
            case IDLE -> BoardPreview.Tone.IDLE;
        };
    }
}
