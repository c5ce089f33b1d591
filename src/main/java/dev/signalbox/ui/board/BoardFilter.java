package dev.signalbox.ui.board;

import java.util.function.Predicate;

/// What the board shows of all services.
enum BoardFilter {
    ALL("All", row -> true),
    NEEDS_ME("Needs me", ServiceRow::needsMe),
    MOVING("Moving", ServiceRow::isMoving),
    FAILING("Failing", ServiceRow::isFailing),
    DRIFTED("Drifted", ServiceRow::hasDrifted);

    private final String title;
    private final Predicate<ServiceRow> holds;

    BoardFilter(String title, Predicate<ServiceRow> holds) {
        this.title = title;
        this.holds = holds;
    }

    String title() {
        return title;
    }

    boolean holds(ServiceRow row) {
        return holds.test(row);
    }
}
