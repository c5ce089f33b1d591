package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.ui.plan.Proposals;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the board shows and what can be done on it.
final class BoardViewModel {

    static final String SCREEN = "board";

    private final Consumer<Change> offer;
    private final Proposals proposals;
    private final BoardComposer composer = new BoardComposer();
    private final Set<String> closed = new HashSet<>();
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private BoardSpec board = BoardSpec.EMPTY;
    private List<ServiceRow> rows = List.of();
    private Focus focus = Focus.NOWHERE;
    private boolean visible;

    private final ReadOnlyObjectWrapper<List<BoardLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<EnvironmentSpec>> environments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<BoardFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<BoardFilter> filter = new ReadOnlyObjectWrapper<>(BoardFilter.ALL);
    private final ReadOnlyObjectWrapper<String> search = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable Selection> selection = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable DrawerRow> drawer = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<String>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> emptyWords = new ReadOnlyObjectWrapper<>("");

    /// @param offer takes what the board looks at
    /// @param proposals takes what a person wants
    BoardViewModel(Consumer<Change> offer, Proposals proposals) {
        this.offer = offer;
        this.proposals = proposals;
    }

    // Properties

    ReadOnlyObjectProperty<List<BoardLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<EnvironmentSpec>> environments() {
        return environments.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<BoardFilter, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BoardFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable DrawerRow> drawer() {
        return drawer.getReadOnlyProperty();
    }

    /// What is wrong with the board file, a sentence each.
    ReadOnlyObjectProperty<List<String>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// Said in place of rows when there are none.
    ReadOnlyObjectProperty<String> emptyWords() {
        return emptyWords.getReadOnlyProperty();
    }

    // Commands

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        board = composer.compose(newest);
        rows = BoardRows.of(board, newest, time);
        environments.set(board.environments());
        counts.set(BoardRows.counts(rows));
        problems.set(newest.boardProblems());
        relist();
        refreshDrawer();
    }

    void choose(BoardFilter chosen) {
        filter.set(chosen);
        relist();
    }

    void find(String text) {
        search.set(text);
        relist();
    }

    void toggleGroup(String name) {
        if (!closed.remove(name)) {
            closed.add(name);
        }
        relist();
    }

    /// Opens or closes the group of the chosen service.
    void toggleChosenGroup() {
        chosenRow().ifPresent(row -> toggleGroup(row.group()));
    }

    /// The signal that stands before the chosen cell.
    Optional<SignalRow> signalBefore() {
        Selection at = selection.get();
        return at == null
                ? Optional.empty()
                : chosenRow().stream()
                        .flatMap(row -> row.signals().stream())
                        .filter(signal -> signal.environment().equals(at.environment()))
                        .findFirst();
    }

    private Optional<ServiceRow> chosenRow() {
        Selection at = selection.get();
        return at == null
                ? Optional.empty()
                : rows.stream().filter(r -> r.name().equals(at.service())).findFirst();
    }

    void select(String service, String environment) {
        selection.set(new Selection(service, environment, 0));
        refreshDrawer();
    }

    /// Shows the next target of the same cell.
    void nextTarget() {
        Selection chosen = selection.get();
        if (chosen != null) {
            selection.set(new Selection(chosen.service(), chosen.environment(), chosen.target() + 1));
            refreshDrawer();
        }
    }

    void closeDrawer() {
        selection.set(null);
        refreshDrawer();
    }

    /// Moves the selection by rows and columns, over what is listed.
    void move(int down, int right) {
        List<ServiceRow> shown = lines.get().stream()
                .flatMap(l -> l instanceof BoardLine.Service(ServiceRow row) ? java.util.stream.Stream.of(row) : null)
                .toList();
        List<EnvironmentSpec> columns = environments.get();
        if (shown.isEmpty() || columns.isEmpty()) {
            return;
        }
        Selection from = selection.get();
        int row = from == null ? -1 : indexOf(shown.stream().map(ServiceRow::name).toList(), from.service());
        int column = from == null
                ? columns.size() - 1
                : indexOf(columns.stream().map(EnvironmentSpec::name).toList(), from.environment());
        int nextRow = Math.clamp(row + down, 0, shown.size() - 1);
        int nextColumn = Math.clamp(column + (from == null ? 0 : right), 0, columns.size() - 1);
        select(shown.get(nextRow).name(), columns.get(nextColumn).name());
    }

    private static int indexOf(List<String> names, String name) {
        return Math.max(-1, names.indexOf(name));
    }

    /// Brings what a button of the drawer offers to the confirmation sheet.
    void press(DrawerRow.Offer chosen) {
        if (chosen.enabled()) {
            proposals.propose(chosen.intent());
        }
    }

    /// The one-click way back of the open drawer.
    void rollBack() {
        DrawerRow open = drawer.get();
        if (open != null) {
            open.rollBack().ifPresent(this::press);
        }
    }

    /// Whether a service of that name is on the board.
    boolean has(String service) {
        return rows.stream().anyMatch(r -> r.name().equals(service));
    }

    /// The services by name, for the command palette.
    List<ServiceSpec> services() {
        return board.services();
    }

    /// The board as described and discovered, for the command palette.
    BoardSpec board() {
        return board;
    }

    /// The board has become visible or not: only what is visible is read closely.
    void visible(boolean isVisible) {
        visible = isVisible;
        refreshFocus();
    }

    private void relist() {
        lines.set(BoardRows.lines(rows, filter.get(), search.get(), closed));
        emptyWords.set(lines.get().isEmpty() ? wordsWhenEmpty() : "");
    }

    private String wordsWhenEmpty() {
        if (!rows.isEmpty()) {
            return search.get().isBlank()
                    ? "No service is in this state."
                    : "No service matches \"" + search.get() + "\".";
        }
        return state.connections().isEmpty()
                ? "Nothing is connected. Name an account or a cluster in the configuration."
                : "Reading what there is…";
    }

    private void refreshDrawer() {
        Selection chosen = selection.get();
        Optional<ServiceSpec> service = chosen == null
                ? Optional.empty()
                : board.services().stream().filter(s -> s.name().equals(chosen.service())).findFirst();
        if (service.isEmpty()) {
            drawer.set(null);
        } else {
            Selection at = Objects.requireNonNull(chosen);
            CellRow cell = CellRows.of(service.get(), at.environment(), state, now);
            drawer.set(DrawerRows.of(service.get(), cell, at.target(), state, now));
        }
        refreshFocus();
    }

    private void refreshFocus() {
        DrawerRow open = drawer.get();
        Focus next = Focus.NOWHERE;
        if (visible && open != null && open.workload() != null) {
            ComparisonKey compared = open.changes().key();
            next = new Focus(
                    Set.of(), compared == null ? Set.of() : Set.of(compared), Set.of(), Set.of(),
                    Set.of(open.workload()), Set.of());
        }
        if (!next.equals(focus)) {
            focus = next;
            offer.accept(new Change.FocusMoved(SCREEN, next));
        }
    }
}
