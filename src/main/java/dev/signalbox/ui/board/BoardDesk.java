package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers what the board is asked, away from the screen's thread. Keeps the row of each service for as long as nothing
/// that went into it is another object and its ages still read the same: a batch costs what it touched, not the board.
final class BoardDesk {

    private final BoardComposer composer = new BoardComposer();
    private Map<String, Kept> kept = new HashMap<>();
    private List<ServiceRow> rows = List.of();
    private @Nullable BoardSpec board;
    private @Nullable ConsoleState seen;
    private Instant nextAge = Instant.MIN;
    private Map<String, ServiceSpec> services = Map.of();
    private List<String> keys = List.of();
    private long made;

    private record Kept(ServiceSpec service, RowSources sources, ServiceRow row, Instant until) {}

    BoardPage answer(BoardQuestion question) {
        ConsoleState state = question.state();
        BoardSpec composed = composer.compose(state);
        refresh(composed, state, question.now());
        List<BoardLine> lines =
                BoardRows.lines(rows, question.filter(), question.search(), question.closed());
        List<String> now = lines.stream().map(BoardLine::key).toList();
        if (!now.equals(keys)) {
            keys = now;
        }
        return new BoardPage(question, composed, services, rows, BoardRows.counts(rows), lines, keys);
    }

    /// How many rows were computed so far.
    long made() {
        return made;
    }

    private void refresh(BoardSpec composed, ConsoleState state, Instant now) {
        boolean sameBoard = composed.equals(board);
        if (sameBoard && seen != null && RowSources.sameTables(seen, state) && now.isBefore(nextAge)) {
            seen = state;
            return;
        }
        boolean sameColumns = board != null && composed.environments().equals(board.environments());
        Map<String, Kept> next = HashMap.newHashMap(composed.services().size());
        List<ServiceRow> all = new ArrayList<>(composed.services().size());
        Instant soonest = Instant.MAX;
        for (ServiceSpec service : composed.services()) {
            Kept known = sameColumns ? kept.get(service.name()) : null;
            Kept fresh = known != null && known.service().equals(service) && now.isBefore(known.until())
                    && known.sources().hold(state, seen)
                            ? known
                            : make(service, composed, state, now);
            next.put(service.name(), fresh);
            all.add(fresh.row());
            soonest = fresh.until().isBefore(soonest) ? fresh.until() : soonest;
        }
        if (!sameBoard) {
            services = Map.copyOf(byName(composed));
        }
        kept = next;
        rows = List.copyOf(all);
        board = composed;
        seen = state;
        nextAge = soonest;
    }

    private static Map<String, ServiceSpec> byName(BoardSpec composed) {
        Map<String, ServiceSpec> names = HashMap.newHashMap(composed.services().size());
        composed.services().forEach(s -> names.putIfAbsent(s.name(), s));
        return names;
    }

    private Kept make(ServiceSpec service, BoardSpec composed, ConsoleState state, Instant now) {
        made++;
        RowSources sources = RowSources.of(service, state);
        ServiceRow row = BoardRows.row(service, composed.environments(), state, now);
        return new Kept(service, sources, row, sources.readsTheSameUntil(now, row.isMoving()));
    }
}
