package dev.signalbox.ui.board;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Unlisted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A finished answer to a [BoardQuestion]: everything that the board shows, all of one moment.
///
/// @param services of the board, by name
/// @param rows of all services, in the board's order
/// @param lines those that pass
/// @param keys of the lines; the same object as before while no line came, went or moved
record BoardPage(
        BoardQuestion question,
        BoardSpec board,
        Map<String, ServiceSpec> services,
        List<ServiceRow> rows,
        Map<BoardFilter, Integer> counts,
        List<BoardLine> lines,
        List<String> keys) {

    /// What is shown before anything is known.
    static final BoardPage EMPTY = new BoardPage(
            new BoardQuestion(ConsoleState.EMPTY, Instant.EPOCH, BoardFilter.ALL, "", Set.of()), BoardSpec.EMPTY,
            Map.of(), List.of(), Map.of(), List.of(), List.of());

    Optional<ServiceRow> row(String service) {
        return rows.stream().filter(r -> r.name().equals(service)).findFirst();
    }

    /// Said in place of lines when there are none; empty otherwise.
    String emptyWords() {
        if (!lines.isEmpty()) {
            return "";
        }
        if (!rows.isEmpty()) {
            return question.search().isBlank()
                    ? "No service is in this state."
                    : "No service matches \"" + question.search() + "\".";
        }
        ConsoleState state = question.state();
        List<String> refused = state.connections().values().stream()
                .sorted(Comparator.comparing(Connection::id))
                .flatMap(connection -> Unlisted.of(connection, question.now()).stream())
                .toList();
        if (!refused.isEmpty()) {
            return String.join("\n", refused);
        }
        // Before the first change nobody has told yet what is connected.
        return state.version() > 0 && state.connections().isEmpty()
                ? "Nothing is connected. Name an account or a cluster in the configuration."
                : "Reading what there is…";
    }
}
