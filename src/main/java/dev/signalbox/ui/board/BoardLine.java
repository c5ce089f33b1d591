package dev.signalbox.ui.board;

import java.util.List;

/// A line of the board's list: a group's heading, a service, or the services of a closed group as tiles.
sealed interface BoardLine {

    /// What keeps its place when everything around it moves. Lines with the same key are equally high.
    String key();

    /// Whether the service can be seen in this line.
    default boolean holds(String service) {
        return false;
    }

    /// What a screen reader says of what is chosen in this line.
    default String spoken(Selection chosen) {
        return chosen.service();
    }

    /// A heading.
    ///
    /// @param summary what is to be known of it without opening it
    record Group(String name, String summary, boolean open, boolean failing) implements BoardLine {
        @Override
        public String key() {
            return "group:" + name;
        }
    }

    /// A service.
    record Service(ServiceRow row) implements BoardLine {
        @Override
        public String key() {
            return "service:" + row.name();
        }

        @Override
        public boolean holds(String service) {
            return row.name().equals(service);
        }

        @Override
        public String spoken(Selection chosen) {
            return row.cells().stream()
                    .filter(cell -> cell.environment().equals(chosen.environment()))
                    .findFirst()
                    .map(cell -> row.name() + ", " + cell.spoken())
                    .orElse(row.name());
        }
    }

    /// A closed group.
    record Tiles(String group, List<TileRow> tiles) implements BoardLine {
        @Override
        public String key() {
            return "tiles:" + tiles.size() + ":" + group;
        }

        @Override
        public boolean holds(String service) {
            return indexOf(service) >= 0;
        }

        @Override
        public String spoken(Selection chosen) {
            return tiles.get(indexOf(chosen.service())).words();
        }

        int indexOf(String service) {
            for (int i = 0; i < tiles.size(); i++) {
                if (tiles.get(i).service().equals(service)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
