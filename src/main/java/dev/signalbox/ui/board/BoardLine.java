package dev.signalbox.ui.board;

/// A line of the board's list: a group's heading or a service.
sealed interface BoardLine {

    /// What keeps its place when everything around it moves.
    String key();

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
    }
}
