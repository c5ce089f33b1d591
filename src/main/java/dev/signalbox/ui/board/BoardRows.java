package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of the board, from the state and the time.
final class BoardRows {

    private static final int RUNS_SEARCHED = 8;

    private BoardRows() {}

    /// One row per service, in the board's order.
    static List<ServiceRow> of(BoardSpec board, ConsoleState state, Instant now) {
        return board.services().stream().map(s -> row(s, board.environments(), state, now)).toList();
    }

    static ServiceRow row(
            ServiceSpec service, List<EnvironmentSpec> environments, ConsoleState state, Instant now) {
        return row(
                service, environments, state, now, new FreezeSigns().of(service.repository(), state, now), null);
    }

    /// The row again, with the parts of an earlier one that would not come out differently.
    ///
    /// @param freezes those in force
    static ServiceRow row(
            ServiceSpec service, List<EnvironmentSpec> environments, ConsoleState state, Instant now,
            List<FreezeWindow> freezes, @Nullable RowParts parts) {
        RepositoryState repository =
                service.repository() == null ? RepositoryState.UNKNOWN : state.repository(service.repository());
        List<Run> deploys = BuildRows.deploysOf(service, repository.runs().or(List.of()));
        List<CellRow> cells = new ArrayList<>();
        List<SignalRow> signals = new ArrayList<>();
        String before = "";
        for (EnvironmentSpec environment : environments) {
            if (!before.isEmpty()) {
                SignalRow same =
                        parts == null ? null : parts.signal(signals.size(), before, environment.name());
                signals.add(same != null
                        ? same
                        : SignalRows.between(service, before, environment.name(), deploys, state, now));
            }
            CellRow same = parts == null ? null : parts.cell(cells.size(), environment.name());
            cells.add(same != null
                    ? same
                    : CellRows.of(service, environment.name(), state, now)
                            .frozen(FreezeSigns.words(freezes, environment.name(), now)));
            before = environment.name();
        }
        BuildRow build = parts == null ? null : parts.build();
        if (build == null) {
            build = service.repository() == null ? BuildRow.NONE : BuildRows.of(service, repository, state.past(), now);
        }
        return new ServiceRow(
                service.name(), service.group(), build, List.copyOf(cells), List.copyOf(signals),
                SignalRows.aside(environments, deploys, state), found(service, cells, repository));
    }

    /// What a search looks into: name, group, versions and how they stand, the newest runs' branches and people.
    private static String found(ServiceSpec service, List<CellRow> cells, RepositoryState repository) {
        StringBuilder text = new StringBuilder(service.name()).append(' ').append(service.group());
        cells.forEach(c -> text.append(' ').append(c.version()).append(' ').append(c.words()));
        repository.runs().or(List.of()).stream().limit(RUNS_SEARCHED).forEach(r -> text.append(' ')
                .append(r.branch() == null ? "" : SafeText.line(r.branch()))
                .append(' ')
                .append(SafeText.line(r.actor())));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /// The lines to show: groups in the order of their first service, with the services that pass filter and search.
    ///
    /// @param search words that must all occur in what is known of a service; empty for all
    /// @param closed names of groups whose services are tiles
    static List<BoardLine> lines(List<ServiceRow> rows, BoardFilter filter, String search, Set<String> closed) {
        return lines(rows, filter, search, closed, BoardLine.Service::new);
    }

    /// The same with lines that somebody keeps.
    static List<BoardLine> lines(
            List<ServiceRow> rows, BoardFilter filter, String search, Set<String> closed,
            Function<ServiceRow, BoardLine> line) {
        String[] words = search.isBlank() ? new String[0] : search.toLowerCase(Locale.ROOT).strip().split("\\s+");
        Map<String, List<ServiceRow>> groups = new LinkedHashMap<>();
        for (ServiceRow row : rows) {
            if (filter.holds(row) && holdsAll(row.found(), words)) {
                groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row);
            }
        }
        List<BoardLine> lines = new ArrayList<>();
        groups.forEach((name, members) -> {
            boolean open = !closed.contains(name);
            boolean failing = members.stream().anyMatch(ServiceRow::isFailing);
            lines.add(new BoardLine.Group(name, summary(members), open, failing));
            if (open) {
                members.forEach(m -> lines.add(line.apply(m)));
            } else {
                lines.add(new BoardLine.Tiles(name, members.stream().map(TileRow::of).toList()));
            }
        });
        return List.copyOf(lines);
    }

    /// How many services each filter holds.
    static Map<BoardFilter, Integer> counts(List<ServiceRow> rows) {
        Map<BoardFilter, Integer> counts = new LinkedHashMap<>();
        for (BoardFilter filter : BoardFilter.values()) {
            int count = 0;
            for (ServiceRow row : rows) {
                count += filter.holds(row) ? 1 : 0;
            }
            counts.put(filter, count);
        }
        return counts;
    }

    private static String summary(List<ServiceRow> members) {
        StringBuilder words = new StringBuilder(members.size() == 1 ? "1 service" : members.size() + " services");
        int before = words.length();
        append(words, members.stream().filter(ServiceRow::isFailing).count(), "failing");
        append(words, members.stream().filter(ServiceRow::isMoving).count(), "moving");
        append(words, members.stream().filter(ServiceRow::hasDrifted).count(), "drifted");
        long unread = members.stream().flatMap(member -> member.cells().stream()).filter(CellRow::isUnread).count();
        append(words, unread, "not read yet");
        boolean known = members.stream().flatMap(member -> member.cells().stream()).anyMatch(CellRow::isKnown);
        return words.length() == before && known ? words.append(" · all clear").toString() : words.toString();
    }

    private static void append(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(" · ").append(count).append(' ').append(what);
        }
    }

    private static boolean holdsAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
