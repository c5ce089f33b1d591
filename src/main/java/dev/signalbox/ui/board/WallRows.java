package dev.signalbox.ui.board;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The wall, from the board's rows and the time. Pure: which group is shown follows from the time alone. Nothing is shown
/// that people wrote: no commit, no comment, no log, no account.
final class WallRows {

    /// How long a group is shown.
    static final Duration TURN = Duration.ofSeconds(12);

    static final int TILES = 18;
    static final int TROUBLES = 6;
    private static final int SHIFT = 4;
    private static final int NAME = 40;
    private static final Duration OLD = Duration.ofSeconds(60);

    private WallRows() {}

    static WallPage of(BoardPage board, Instant now) {
        List<WallPage.Trouble> troubles = board.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(c -> c.failing() || c.drifted())
                        .sorted(Comparator.comparing(CellRow::drifted))
                        .limit(2)
                        .map(c -> new Ranked(c.failing() ? 0 : 1, trouble(row, c))))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::trouble)
                .toList();
        List<Leaf> leaves = leaves(board.rows());
        long turn = now.getEpochSecond() / TURN.toSeconds();
        Leaf leaf = leaves.isEmpty() ? Leaf.EMPTY : leaves.get(Math.floorMod(turn, leaves.size()));
        String place = leaves.size() < 2 ? "" : " · " + (leaves.indexOf(leaf) + 1) + " of " + leaves.size();
        int hidden = Math.max(0, troubles.size() - TROUBLES);
        return new WallPage(
                age(board, now), isOld(board, now), counts(board),
                troubles.stream().limit(TROUBLES).toList(),
                hidden == 0 ? "" : "and " + Numbers.grouped(hidden) + " more",
                SafeText.line(leaf.group(), NAME) + place,
                leaf.rows().stream().map(WallRows::tile).toList(),
                Math.floorMod(now.getEpochSecond() / 60, 2 * SHIFT + 1) - SHIFT);
    }

    private record Ranked(int rank, WallPage.Trouble trouble) {}

    /// A page of a group.
    private record Leaf(String group, int number, List<ServiceRow> rows) {
        static final Leaf EMPTY = new Leaf("No services yet", 0, List.of());
    }

    /// Groups in the board's order, large ones on several pages with the worst on the first.
    private static List<Leaf> leaves(List<ServiceRow> rows) {
        Map<String, List<ServiceRow>> groups = new LinkedHashMap<>();
        rows.forEach(r -> groups.computeIfAbsent(r.group(), g -> new ArrayList<>()).add(r));
        List<Leaf> leaves = new ArrayList<>();
        groups.forEach((name, members) -> {
            members.sort(Comparator.comparingInt(WallRows::rank));
            for (int from = 0; from < members.size(); from += TILES) {
                List<ServiceRow> some = members.subList(from, Math.min(from + TILES, members.size()));
                leaves.add(new Leaf(name, from / TILES, List.copyOf(some)));
            }
        });
        return leaves;
    }

    private static int rank(ServiceRow row) {
        return row.isFailing() ? 0 : row.isMoving() ? 1 : row.hasDrifted() ? 2 : row.needsMe() ? 3 : 4;
    }

    private static WallPage.Trouble trouble(ServiceRow row, CellRow cell) {
        return new WallPage.Trouble(
                cell.mark(), SafeText.line(row.name(), NAME) + " · " + SafeText.line(cell.environment(), NAME),
                cell.version() + " · " + cell.words());
    }

    private static WallPage.Tile tile(ServiceRow row) {
        TileRow tile = TileRow.of(row);
        CellRow cell = row.cells().stream()
                .filter(c -> c.environment().equals(tile.environment()))
                .findFirst()
                .orElse(CellRow.NOWHERE);
        return new WallPage.Tile(
                tile.mark(), SafeText.line(row.name(), NAME), cell.version().isEmpty() ? "–" : cell.version(),
                tile.words());
    }

    private static List<WallPage.Count> counts(BoardPage board) {
        List<WallPage.Count> counts = new ArrayList<>();
        long failing = count(board, BoardFilter.FAILING);
        counts.add(new WallPage.Count(failing == 0 ? Mark.GOOD : Mark.BAD, failing + " failing"));
        counts.add(new WallPage.Count(Mark.MOVING, count(board, BoardFilter.MOVING) + " moving"));
        counts.add(new WallPage.Count(Mark.DRIFT, count(board, BoardFilter.DRIFTED) + " drifted"));
        counts.add(new WallPage.Count(
                Mark.IDLE, Numbers.counted(count(board, BoardFilter.ALL), "service", "services")));
        return counts;
    }

    private static long count(BoardPage board, BoardFilter filter) {
        return board.counts().getOrDefault(filter, 0);
    }

    private static String age(BoardPage board, Instant now) {
        List<Connection> silent = board.question().state().connections().values().stream()
                .filter(c -> c.lamp() != Connection.Lamp.LIVE)
                .sorted(Comparator.comparing(Connection::id))
                .toList();
        if (!silent.isEmpty()) {
            Connection first = silent.getFirst();
            String others = silent.size() == 1 ? "" : " and " + (silent.size() - 1) + " more";
            String since = first.freshAt() == null
                    ? "never read"
                    : "as of " + Durations.ago(first.freshAt(), now);
            return SafeText.line(first.id().name(), NAME) + others + " not current, " + since;
        }
        return oldest(board).map(at -> "Data " + Durations.age(at, now) + " old").orElse("Nothing is connected");
    }

    private static boolean isOld(BoardPage board, Instant now) {
        return board.question().state().connections().values().stream()
                .anyMatch(c -> c.lamp() != Connection.Lamp.LIVE)
                || oldest(board).map(at -> at.plus(OLD).isBefore(now)).orElse(true);
    }

    private static java.util.Optional<Instant> oldest(BoardPage board) {
        return board.question().state().connections().values().stream()
                .map(Connection::freshAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
