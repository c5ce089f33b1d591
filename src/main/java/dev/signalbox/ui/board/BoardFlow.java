package dev.signalbox.ui.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Lines of known heights, of which only those in sight have nodes. A line keeps its node while it stays in sight, and a
/// node is dressed only when its line says something else. Lines that come, go and move elsewhere move nothing in sight.
///
/// A ListView would tell its skin of each changed item, in sight or not, and finds its place anew when items move.
final class BoardFlow extends Region {

    private static final double WHEEL = 1.0;
    private static final int SPARE = 30;

    private final Cast cast;
    private final String name;
    private final Pane lines = new Pane();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Map<String, Region> nodes = new HashMap<>();
    private final Map<Class<?>, Deque<Region>> spare = new HashMap<>();
    private Consumer<Set<String>> inSight = services -> {};
    private Set<String> told = Set.of();
    private List<BoardLine> items = List.of();
    private List<String> keys = List.of();
    private LineStack stack = LineStack.EMPTY;
    private double stackedAt;
    private @Nullable Selection selection;
    private double scroll;

    /// Makes and dresses the nodes of lines.
    interface Cast {
        double heightOf(BoardLine line, double width);

        Region make(BoardLine line);

        void dress(Region node, BoardLine line, @Nullable Selection selection);
    }

    /// @param name what screen readers call it
    BoardFlow(Cast cast, String name) {
        this.cast = cast;
        this.name = name;
        setAccessibleText(name);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setAccessibleText("Scroll");
        bar.valueProperty().addListener((property, before, now) -> scrollTo(now.doubleValue()));
        lines.setClip(clip);
        getChildren().addAll(lines, bar);
        setOnScroll(e -> {
            scrollTo(scroll - e.getDeltaY() * WHEEL);
            e.consume();
        });
        setOnMousePressed(e -> requestFocus());
    }

    /// Hears which services are in sight.
    void onSight(Consumer<Set<String>> hear) {
        inSight = hear;
    }

    /// Shows these lines.
    ///
    /// @param keysNow the same object as before while no line came, went or moved
    void show(List<BoardLine> linesNow, List<String> keysNow) {
        items = linesNow;
        if (keysNow != keys) {
            keys = keysNow;
            restack();
        }
        redress();
    }

    /// Lines have other heights than before.
    void remeasure() {
        restack();
    }

    void choose(@Nullable Selection chosen) {
        selection = chosen;
        redress();
    }

    /// Scrolls no further than needed until the line is in sight, with some room around it.
    void reveal(String service) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).holds(service)) {
                double room = Math.min(stack.height(i), getHeight() / 3);
                double top = stack.top(i);
                double bottom = top + stack.height(i);
                if (top - room < scroll) {
                    scrollTo(top - room);
                } else if (bottom + room > scroll + getHeight()) {
                    scrollTo(Math.min(top - room, bottom + room - getHeight()));
                }
                return;
            }
        }
    }

    double scroll() {
        return scroll;
    }

    void scrollTo(double y) {
        double next = Math.clamp(y, 0, Math.max(0, stack.height() - getHeight()));
        if (next != scroll) {
            scroll = next;
            bar.setValue(next);
            requestLayout();
        }
    }

    private void restack() {
        ToDoubleFunction<BoardLine> heights = line -> cast.heightOf(line, getWidth());
        LineStack next = new LineStack(items, keys, heights);
        int chosen = selection == null ? -1 : lineOf(nodes.keySet(), selection.service());
        scroll = Math.clamp(stack.follow(next, scroll, getHeight(), chosen), 0,
                Math.max(0, next.height() - getHeight()));
        stack = next;
        stackedAt = getWidth();
        requestLayout();
    }

    /// The line of those in sight, as they were stacked last, that showed the service.
    private int lineOf(Set<String> inSightNow, String service) {
        String key = "service:" + service;
        return inSightNow.contains(key) ? stack.indexOf(key) : -1;
    }

    private void redress() {
        nodes.forEach((key, node) -> {
            int at = stack.indexOf(key);
            if (at >= 0 && at < items.size()) {
                cast.dress(node, items.get(at), selection);
            }
        });
        speak();
    }

    /// The board keeps the keyboard's place while what is chosen moves, so it is the board that says what that is.
    private void speak() {
        String words = name;
        Selection chosen = selection;
        for (int i = 0; i < items.size() && chosen != null; i++) {
            if (items.get(i).holds(chosen.service())) {
                words = name + ". Chosen: " + items.get(i).spoken(chosen);
                break;
            }
        }
        if (!words.equals(getAccessibleText())) {
            setAccessibleText(words);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    @Override
    protected void layoutChildren() {
        if (stackedAt != getWidth()) {
            restack();
        }
        double width = getWidth();
        double height = getHeight();
        scroll = Math.clamp(scroll, 0, Math.max(0, stack.height() - height));
        clip.setWidth(width);
        clip.setHeight(height);
        lines.resizeRelocate(0, 0, width, height);
        fill(width, height);
        boolean needed = stack.height() > height;
        bar.setVisible(needed);
        if (needed) {
            double thick = bar.prefWidth(-1);
            bar.setMax(stack.height() - height);
            bar.setVisibleAmount(bar.getMax() * height / stack.height());
            bar.setUnitIncrement(53);
            bar.setBlockIncrement(height * 0.9);
            bar.setValue(scroll);
            bar.resizeRelocate(width - thick, 0, thick, height);
        }
    }

    private void fill(double width, double height) {
        int first = stack.size() == 0 ? 0 : stack.at(scroll);
        int last = stack.size() == 0 ? -1 : stack.at(scroll + height);
        Set<String> wanted = new HashSet<>();
        for (int i = first; i <= last; i++) {
            wanted.add(stack.key(i));
        }
        nodes.entrySet().removeIf(e -> !wanted.contains(e.getKey()) && putAside(e.getValue()));
        Set<String> services = new HashSet<>();
        for (int i = first; i <= last; i++) {
            BoardLine line = items.get(i);
            Region node = nodes.get(stack.key(i));
            if (node == null) {
                node = take(line);
                nodes.put(stack.key(i), node);
                cast.dress(node, line, selection);
            }
            node.resizeRelocate(0, Math.round(stack.top(i) - scroll), width, stack.height(i));
            switch (line) {
                case BoardLine.Service(ServiceRow row) -> services.add(row.name());
                // Tiles tell little of each service: what lies behind them is not watched closely.
                case BoardLine.Tiles ignored -> {}
                case BoardLine.Group ignored -> {}
            }
        }
        if (!services.equals(told)) {
            told = services;
            inSight.accept(services);
        }
    }

    private Region take(BoardLine line) {
        Deque<Region> pool = spare.get(line.getClass());
        Region node = pool == null ? null : pool.poll();
        if (node == null) {
            node = cast.make(line);
            node.setUserData(line.getClass());
            node.setManaged(false);
            lines.getChildren().add(node);
        }
        node.setVisible(true);
        return node;
    }

    private boolean putAside(Region node) {
        Deque<Region> pool = spare.computeIfAbsent((Class<?>) node.getUserData(), k -> new ArrayDeque<>());
        if (pool.size() < SPARE) {
            node.setVisible(false);
            pool.push(node);
        } else {
            lines.getChildren().remove(node);
        }
        return true;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> items.size();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
