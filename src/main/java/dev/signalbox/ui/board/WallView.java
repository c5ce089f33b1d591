package dev.signalbox.ui.board;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.shell.Wall;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.StatusIcon;
import java.time.Instant;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The board on a wall: what is wrong on the left, one group after the other on the right. Everything grows with the
/// height of the display.
final class WallView extends BorderPane implements Wall {

    /// Lines of text that fit on a display, whatever its size.
    private static final double LINES = 40;
    private static final double LETTERS = 64;
    private static final int COLUMNS = 3;

    private double letter = 10;
    private final BoardViewModel model;
    private final HBox counts = new HBox();
    private final Label age = line("", "wall-age");
    private final VBox troubles = new VBox();
    private final Label more = line("", "wall-words");
    private final Label group = line("", "wall-heading");
    private final TilePane tiles = new TilePane();
    private final LinePool<WallPage.Count, HBox> countPool =
            new LinePool<>(counts, WallView::count, (node, row) -> dress(node, row.mark(), row.words(), ""));
    private final LinePool<WallPage.Trouble, HBox> troublePool = new LinePool<>(
            troubles, () -> marked("wall-trouble"), (node, row) -> dress(node, row.mark(), row.title(), row.words()));
    private final LinePool<WallPage.Tile, HBox> tilePool = new LinePool<>(
            tiles, () -> marked("wall-tile"), (node, row) -> dress(node, row.mark(), row.name(), row.version()));
    private @Nullable WallPage shown;
    private Instant now = Instant.EPOCH;

    WallView(BoardViewModel model) {
        this.model = model;
        setId("wall");
        getStyleClass().add("wall");
        getStylesheets().add(Objects.requireNonNull(WallView.class.getResource("board.css")).toExternalForm());
        setAccessibleRole(AccessibleRole.TEXT);
        counts.getStyleClass().add("wall-counts");
        troubles.getStyleClass().add("wall-list");
        tiles.getStyleClass().add("wall-tiles");
        counts.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(line("Worst first", "wall-heading"), troubles, more);
        left.getStyleClass().add("wall-side");
        left.prefWidthProperty().bind(widthProperty().multiply(0.4));
        VBox right = new VBox(group, tiles);
        right.getStyleClass().add("wall-side");
        VBox.setVgrow(tiles, Priority.ALWAYS);
        tiles.setPrefColumns(COLUMNS);
        tiles.setTileAlignment(Pos.CENTER_LEFT);
        setTop(counts);
        setBottom(age);
        setLeft(left);
        setCenter(right);
        heightProperty().subscribe(this::grow);
        widthProperty().subscribe(this::grow);
        model.afterPage(this::refresh);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(ConsoleState state, Instant time) {
        now = time;
        model.show(state, time);
        refresh();
    }

    private void refresh() {
        if (!isVisible()) {
            return;
        }
        WallPage page = WallRows.of(model.page(), now);
        if (page.equals(shown)) {
            return;
        }
        shown = page;
        countPool.show(page.counts());
        troublePool.show(page.troubles());
        tilePool.show(page.tiles());
        more.setText(page.troubles().isEmpty() ? "Nothing is in trouble." : page.more());
        group.setText(page.group());
        age.setText(page.age());
        age.getStyleClass().remove("old");
        if (page.old()) {
            age.getStyleClass().add("old");
        }
        getChildren().forEach(part -> {
            part.setTranslateX(page.shift());
            part.setTranslateY(page.shift());
        });
        sizeIcons();
        setAccessibleText(page.age() + ". " + page.counts().stream().map(WallPage.Count::words).toList() + " "
                + page.troubles().stream().map(t -> t.title() + ", " + t.words()).toList());
    }

    private void grow() {
        double size = Math.clamp(Math.min(getHeight() / LINES, getWidth() / LETTERS), 10, 80);
        setStyle("-fx-font-size: " + Math.round(size) + "px;");
        tiles.setPrefTileWidth(Math.max(60, (getWidth() * 0.6 - size * 6) / COLUMNS));
        letter = size;
        sizeIcons();
    }

    /// In pixels: an icon measures `em` by the size that it has already, so that each new theme would let it grow.
    private void sizeIcons() {
        lookupAll(".wall-marked .ikonli-font-icon").forEach(icon -> size(icon, 1.5));
        lookupAll(".wall-tile.wall-marked .ikonli-font-icon").forEach(icon -> size(icon, 1.15));
    }

    /// An icon keeps its font in its style as well, so that only the size in it may change.
    private void size(Node icon, double letters) {
        String others = icon.getStyle().replaceAll("-fx-icon-size:[^;]*;?", "").strip();
        String end = others.isEmpty() || others.endsWith(";") ? "" : ";";
        icon.setStyle(others + end + "-fx-icon-size: " + Math.round(letter * letters) + "px;");
    }

    /// A shape beside one or two lines.
    private static HBox marked(String style) {
        VBox words = new VBox(line("", "wall-title"), line("", "wall-words"));
        words.setMinWidth(0);
        HBox box = new HBox(new StatusIcon(Mark.IDLE), words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("wall-marked", style);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /// A number is never cut off.
    private static HBox count() {
        HBox box = marked("wall-count");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static void dress(HBox node, Mark mark, String title, String words) {
        mark.tone().dress(node);
        if (node.getChildren().getFirst() instanceof StatusIcon icon) {
            icon.set(mark, mark.word());
        }
        if (node.getChildren().getLast() instanceof VBox lines
                && lines.getChildren().getFirst() instanceof Label first
                && lines.getChildren().getLast() instanceof Label second) {
            first.setText(title);
            second.setText(words);
            second.setManaged(!words.isEmpty());
            second.setVisible(!words.isEmpty());
        }
        node.setAccessibleText(title + " " + words + ", " + mark.word());
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
