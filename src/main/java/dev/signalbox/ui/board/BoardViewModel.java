package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.ui.bridge.Workshop;
import dev.signalbox.ui.plan.Proposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the board shows and what can be done on it.
final class BoardViewModel {

    static final String SCREEN = "board";

    private final Consumer<Change> offer;
    private final Proposals proposals;
    private final BoardMemory memory;
    private final BoardDesk desk = new BoardDesk();
    private final Workshop<BoardQuestion, BoardPage> workshop;
    private final Set<String> closed;
    private ConsoleState newest = ConsoleState.EMPTY;
    private Instant time = Instant.EPOCH;
    private BoardPage page = BoardPage.EMPTY;
    private Focus focus = Focus.NOWHERE;
    private Set<String> inSight = Set.of();
    private int tilesPerRow = 1;
    private final List<Runnable> afterPage = new ArrayList<>();
    private boolean visible;

    private final ReadOnlyObjectWrapper<List<BoardLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<EnvironmentSpec>> environments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<BoardFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<BoardFilter> filter = new ReadOnlyObjectWrapper<>(BoardFilter.ALL);
    private final ReadOnlyObjectWrapper<String> search = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable Selection> selection = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable DrawerRow> drawer = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<String>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> emptyWords =
            new ReadOnlyObjectWrapper<>(BoardPage.EMPTY.emptyWords());

    /// @param offer takes what the board looks at
    /// @param proposals takes what a person wants
    /// @param background where rows are made
    /// @param fx the screen's thread
    BoardViewModel(
            Consumer<Change> offer, Proposals proposals, BoardMemory memory, Executor background, Executor fx) {
        this.offer = offer;
        this.proposals = proposals;
        this.memory = memory;
        closed = new HashSet<>(memory.closedGroups());
        workshop = new Workshop<>(background, fx, desk::answer, this::take);
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

    void show(ConsoleState state, Instant now) {
        newest = state;
        time = now;
        ask();
    }

    void choose(BoardFilter chosen) {
        filter.set(chosen);
        ask();
    }

    void find(String text) {
        search.set(text);
        ask();
    }

    void toggleGroup(String name) {
        if (!closed.remove(name)) {
            closed.add(name);
        }
        memory.keep(Set.copyOf(closed));
        ask();
    }

    /// Closes every group, or opens all when none is open.
    void toggleAllGroups() {
        Set<String> groups = new HashSet<>();
        page.rows().forEach(row -> groups.add(row.group()));
        if (!closed.addAll(groups)) {
            closed.removeAll(groups);
        }
        memory.keep(Set.copyOf(closed));
        ask();
    }

    private void ask() {
        workshop.want(new BoardQuestion(newest, time, filter.get(), search.get(), Set.copyOf(closed)));
    }

    private void take(BoardPage finished) {
        page = finished;
        environments.set(page.board().environments());
        counts.set(page.counts());
        problems.set(page.question().state().boardProblems());
        lines.set(page.lines());
        emptyWords.set(page.emptyWords());
        refreshDrawer();
        afterPage.forEach(Runnable::run);
    }

    /// Opens or closes the group of the chosen service.
    void toggleChosenGroup() {
        chosenRow().ifPresent(row -> toggleGroup(row.group()));
    }

    /// Whether what is chosen is a tile of a closed group.
    boolean isTile() {
        return chosenRow().filter(row -> closed.contains(row.group())).isPresent();
    }

    /// The signal that stands before the chosen cell.
    Optional<SignalRow> signalBefore() {
        Selection at = selection.get();
        return at == null
                ? Optional.empty()
                : chosenRow().flatMap(row -> row.signalBefore(at.environment()));
    }

    private Optional<ServiceRow> chosenRow() {
        Selection at = selection.get();
        return at == null
                ? Optional.empty()
                : page.row(at.service());
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
        Selection to =
                new BoardWalk(page.lines(), environments.get(), tilesPerRow).from(selection.get(), down, right);
        if (to != null && !to.equals(selection.get())) {
            select(to.service(), to.environment());
        }
    }

    /// How many tiles stand side by side, for the way of the arrow keys.
    void tilesPerRow(int count) {
        tilesPerRow = Math.max(1, count);
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
        return page.services().containsKey(service);
    }

    /// Whether the newest state has been seen already.
    boolean isCurrent() {
        return page.question().state() == newest;
    }

    Optional<ServiceSpec> service(String name) {
        return Optional.ofNullable(page.services().get(name));
    }

    /// The board as described and discovered, for the command palette.
    BoardSpec board() {
        return page.board();
    }

    /// Everything that is shown, of one moment.
    BoardPage page() {
        return page;
    }

    /// Called after each page, when everything shows it.
    void afterPage(Runnable call) {
        afterPage.add(call);
    }

    /// The services whose rows are in sight.
    void inSight(Set<String> services) {
        inSight = services;
        refreshFocus();
    }

    /// The board has become visible or not: only what is visible is read closely.
    void visible(boolean isVisible) {
        visible = isVisible;
        refreshFocus();
    }

    private void refreshDrawer() {
        Selection chosen = selection.get();
        Optional<ServiceSpec> service = chosen == null ? Optional.empty() : service(chosen.service());
        if (service.isEmpty()) {
            drawer.set(null);
        } else {
            Selection at = Objects.requireNonNull(chosen);
            ConsoleState state = page.question().state();
            Instant now = page.question().now();
            CellRow cell = CellRows.of(service.get(), at.environment(), state, now);
            drawer.set(DrawerRows.of(service.get(), cell, at.target(), state, now));
        }
        refreshFocus();
    }

    private void refreshFocus() {
        DrawerRow open = drawer.get();
        Focus next = visible ? Sight.of(page, inSight, open) : Focus.NOWHERE;
        if (!next.equals(focus)) {
            focus = next;
            offer.accept(new Change.FocusMoved(SCREEN, next));
        }
    }
}
