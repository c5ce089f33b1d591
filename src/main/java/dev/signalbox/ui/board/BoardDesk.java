package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.FreezeWindow;
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
    private final FreezeSigns freezes = new FreezeSigns();
    private Map<String, Kept> kept = new HashMap<>();
    private List<ServiceRow> rows = List.of();
    private @Nullable BoardSpec board;
    private @Nullable ConsoleState seen;
    private Instant nextAge = Instant.MIN;
    private Map<String, ServiceSpec> services = Map.of();
    private List<String> keys = List.of();
    private long made;

    private record Kept(
            ServiceSpec service, RowSources sources, ServiceRow row, BoardLine line, String key, Instant until) {}

    BoardPage answer(BoardQuestion question) {
        ConsoleState state = question.state();
        BoardSpec composed = composer.compose(state);
        refresh(composed, state, question.now());
        List<BoardLine> lines =
                BoardRows.lines(rows, question.filter(), question.search(), question.closed(), this::lineOf);
        keepKeys(lines);
        return new BoardPage(question, composed, services, rows, BoardRows.counts(rows), lines, keys);
    }

    private BoardLine lineOf(ServiceRow row) {
        Kept known = kept.get(row.name());
        return known != null && known.row() == row ? known.line() : new BoardLine.Service(row);
    }

    private void keepKeys(List<BoardLine> lines) {
        List<String> now = new ArrayList<>(lines.size());
        for (BoardLine line : lines) {
            now.add(keyOf(line));
        }
        if (!now.equals(keys)) {
            keys = List.copyOf(now);
        }
    }

    private String keyOf(BoardLine line) {
        Kept known = line instanceof BoardLine.Service(ServiceRow row) ? kept.get(row.name()) : null;
        return known == null ? line.key() : known.key();
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
            if (known != null && !(known.service().equals(service) && now.isBefore(known.until()))) {
                known = null;
            }
            List<FreezeWindow> frozen = freezes.of(service.repository(), state, now);
            boolean holds =
                    known != null && known.sources().freezes() == frozen && known.sources().hold(state, seen);
            Kept fresh = known != null && holds ? known : make(service, composed, state, now, frozen, known);
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

    /// @param before what was made last, when only some of it can have changed
    private Kept make(
            ServiceSpec service, BoardSpec composed, ConsoleState state, Instant now, List<FreezeWindow> frozen,
            @Nullable Kept before) {
        made++;
        RowSources sources = RowSources.of(service, state, frozen);
        RowParts parts = before == null ? null : new RowParts(before.row(), before.sources(), sources);
        ServiceRow row = BoardRows.row(service, composed.environments(), state, now, frozen, parts);
        Instant until = sources.readsTheSameUntil(now, row.isMoving());
        // Parts that are kept grow old since they were made.
        boolean sooner = before != null && before.until().isBefore(until);
        BoardLine line = new BoardLine.Service(row);
        return new Kept(
                service, sources, row, line, before == null ? line.key() : before.key(),
                sooner && before != null ? before.until() : until);
    }
}
