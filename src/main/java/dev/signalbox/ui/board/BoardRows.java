package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Rows of the board, from the state and the time.
final class BoardRows {

    private BoardRows() {}

    /// One row per service, in the board's order.
    static List<ServiceRow> of(BoardSpec board, ConsoleState state, Instant now) {
        return board.services().stream().map(s -> row(s, board.environments(), state, now)).toList();
    }

    private static ServiceRow row(
            ServiceSpec service, List<EnvironmentSpec> environments, ConsoleState state, Instant now) {
        RepositoryState repository =
                service.repository() == null ? RepositoryState.UNKNOWN : state.repository(service.repository());
        List<Run> deploys = BuildRows.deploysOf(service, repository.runs().or(List.of()));
        List<CellRow> cells = new ArrayList<>();
        List<SignalRow> signals = new ArrayList<>();
        String before = "";
        for (EnvironmentSpec environment : environments) {
            if (!before.isEmpty()) {
                signals.add(SignalRows.between(service, before, environment.name(), deploys, state, now));
            }
            cells.add(CellRows.of(service, environment.name(), state, now));
            before = environment.name();
        }
        BuildRow build = service.repository() == null ? BuildRow.NONE : BuildRows.of(service, repository, now);
        return new ServiceRow(service.name(), service.group(), build, List.copyOf(cells), List.copyOf(signals));
    }

    /// The lines to show: groups in the order of their first service, with the services that pass filter and search.
    ///
    /// @param search words that must all occur in the service's name, group or a version; empty for all
    /// @param closed names of groups whose services are hidden
    static List<BoardLine> lines(List<ServiceRow> rows, BoardFilter filter, String search, Set<String> closed) {
        Map<String, List<ServiceRow>> groups = new LinkedHashMap<>();
        for (ServiceRow row : rows) {
            if (filter.holds(row) && matches(row, search)) {
                groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row);
            }
        }
        List<BoardLine> lines = new ArrayList<>();
        groups.forEach((name, members) -> {
            boolean open = !closed.contains(name);
            boolean failing = members.stream().anyMatch(ServiceRow::isFailing);
            lines.add(new BoardLine.Group(name, summary(members), open, failing));
            if (open) {
                members.forEach(m -> lines.add(new BoardLine.Service(m)));
            }
        });
        return List.copyOf(lines);
    }

    /// How many services each filter holds.
    static Map<BoardFilter, Integer> counts(List<ServiceRow> rows) {
        Map<BoardFilter, Integer> counts = new LinkedHashMap<>();
        for (BoardFilter filter : BoardFilter.values()) {
            counts.put(filter, (int) rows.stream().filter(filter::holds).count());
        }
        return counts;
    }

    private static String summary(List<ServiceRow> members) {
        StringBuilder words = new StringBuilder(members.size() == 1 ? "1 service" : members.size() + " services");
        int before = words.length();
        append(words, members.stream().filter(ServiceRow::isFailing).count(), "failing");
        append(words, members.stream().filter(ServiceRow::isMoving).count(), "moving");
        append(words, members.stream().filter(ServiceRow::hasDrifted).count(), "drifted");
        return words.length() == before ? words.append(" · all clear").toString() : words.toString();
    }

    private static void append(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(" · ").append(count).append(' ').append(what);
        }
    }

    private static boolean matches(ServiceRow row, String search) {
        if (search.isBlank()) {
            return true;
        }
        StringBuilder text = new StringBuilder(row.name()).append(' ').append(row.group());
        row.cells().forEach(c -> text.append(' ').append(c.version()).append(' ').append(c.words()));
        String all = text.toString().toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
