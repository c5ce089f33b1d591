package dev.signalbox.ui.board;

import dev.signalbox.domain.board.EnvironmentSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the arrow keys lead: over rows and columns, and over the tiles of closed groups. Pure.
///
/// @param perRow how many tiles stand side by side
record BoardWalk(List<BoardLine> lines, List<EnvironmentSpec> columns, int perRow) {

    /// The cell or tile that is so many steps away, as far as there are any.
    @Nullable
    Selection from(@Nullable Selection at, int down, int right) {
        List<BoardLine> stops = lines.stream().filter(l -> !(l instanceof BoardLine.Group)).toList();
        if (stops.isEmpty() || columns.isEmpty()) {
            return at;
        }
        int line = at == null ? -1 : indexOf(stops, at.service());
        String column = at == null ? columns.getLast().name() : at.environment();
        if (at == null || line < 0) {
            return enter(stops.getFirst(), column, true);
        }
        return switch (stops.get(line)) {
            case BoardLine.Tiles tiles -> overTiles(stops, line, tiles, at, down, right);
            default -> {
                int next = Math.clamp(line + down, 0, stops.size() - 1);
                yield next == line && down != 0
                        ? at
                        : enter(stops.get(next), column(column, right), next >= line);
            }
        };
    }

    private Selection overTiles(
            List<BoardLine> stops, int line, BoardLine.Tiles tiles, Selection at, int down, int right) {
        int from = tiles.indexOf(at.service());
        int to = from + right + down * perRow;
        int last = tiles.tiles().size() - 1;
        boolean lastRow = from / perRow == last / perRow;
        if (to > last && down > 0 && !lastRow) {
            to = last;
        }
        if (to >= 0 && to <= last) {
            return choose(tiles.tiles().get(to));
        }
        int next = line + (to > last ? 1 : -1);
        return next < 0 || next >= stops.size() ? at : enter(stops.get(next), at.environment(), to > last);
    }

    private Selection enter(BoardLine line, String column, boolean fromAbove) {
        return switch (line) {
            case BoardLine.Service(ServiceRow row) -> new Selection(row.name(), column, 0);
            case BoardLine.Tiles tiles ->
                    choose(fromAbove ? tiles.tiles().getFirst() : tiles.tiles().getLast());
            case BoardLine.Group group -> throw new IllegalArgumentException("nothing to choose on " + group.key());
        };
    }

    private static Selection choose(TileRow tile) {
        return new Selection(tile.service(), tile.environment(), 0);
    }

    private String column(String name, int right) {
        List<String> names = columns.stream().map(EnvironmentSpec::name).toList();
        return names.get(Math.clamp(names.indexOf(name) + (long) right, 0, names.size() - 1));
    }

    private static int indexOf(List<BoardLine> stops, String service) {
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).holds(service)) {
                return i;
            }
        }
        return -1;
    }
}
