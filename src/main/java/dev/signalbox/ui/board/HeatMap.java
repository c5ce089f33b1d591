package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/// A closed group: a tile for each service, painted. What is well stays pale; trouble is strong. Every tile bears the
/// shape of its mark, so that nothing depends on colour.
final class HeatMap extends Region {

    private static final double ROUND = 5;
    private static final double GLYPH = 11;

    private final Canvas canvas = new Canvas();
    private final TileColours colours = new TileColours(this::recolour);
    private final Tooltip tooltip = new Tooltip();
    private final Font shapes = iconFont();
    private BoardLine.Tiles shown = new BoardLine.Tiles("", List.of());
    private @Nullable Selection chosen;
    private boolean outdated;
    private TileGrid grid = new TileGrid(1, 0);

    /// @param press told which tile was pressed
    HeatMap(Consumer<TileRow> press) {
        getStyleClass().add("board-tiles");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(canvas, colours);
        tooltip.setShowDelay(javafx.util.Duration.millis(150));
        Tooltip.install(canvas, tooltip);
        canvas.setOnMouseMoved(this::explain);
        canvas.setOnMouseClicked(e -> {
            int at = grid.at(e.getX(), e.getY());
            if (at >= 0) {
                press.accept(shown.tiles().get(at));
            }
        });
    }

    static double heightFor(BoardLine.Tiles line, double width) {
        return TileGrid.of(width, line.tiles().size()).height();
    }

    void show(BoardLine.Tiles line, @Nullable Selection selection) {
        boolean same = line.tiles().size() == shown.tiles().size() && line.group().equals(shown.group());
        List<TileRow> before = shown.tiles();
        Selection chosenBefore = chosen;
        shown = line;
        chosen = selection;
        setAccessibleText(words());
        if (!same || grid.count() != line.tiles().size()) {
            repaint();
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            TileRow tile = line.tiles().get(i);
            if (before.get(i).mark() != tile.mark()
                    || isChosen(tile, chosenBefore) != isChosen(tile, selection)
                    || !before.get(i).service().equals(tile.service())) {
                paint(i);
            }
        }
    }

    private String words() {
        StringBuilder words =
                new StringBuilder("Group ").append(shown.group()).append(", ").append(shown.tiles().size())
                        .append(" services as tiles");
        shown.tiles().stream().filter(t -> isChosen(t, chosen)).forEach(t -> words.append(", ").append(t.words()));
        return words.toString();
    }

    @Override
    protected void layoutChildren() {
        TileGrid next = TileGrid.of(getWidth(), shown.tiles().size());
        if (outdated || !next.equals(grid) || canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            grid = next;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            repaint();
        }
    }

    /// The style sheet fills one patch after the other; they are painted with once all are there.
    private void recolour() {
        outdated = true;
        requestLayout();
    }

    private void repaint() {
        outdated = false;
        grid = TileGrid.of(getWidth(), shown.tiles().size());
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (int i = 0; i < shown.tiles().size(); i++) {
            paint(i);
        }
    }

    private void paint(int index) {
        TileRow tile = shown.tiles().get(index);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double x = grid.x(index);
        double y = grid.y(index);
        Tone tone = tile.mark().tone();
        boolean calm = tile.mark() == Mark.GOOD || tone == Tone.IDLE;
        // Half of the gap on each side: the ring of one tile is not wiped out by its neighbour.
        pen.clearRect(x - 2, y - 2, TileGrid.TILE + 4, TileGrid.TILE + 4);
        if (isChosen(tile, chosen)) {
            pen.setStroke(colours.ring());
            pen.setLineWidth(2);
            pen.strokeRoundRect(x - 1, y - 1, TileGrid.TILE + 2, TileGrid.TILE + 2, ROUND + 2, ROUND + 2);
        }
        pen.setFill(calm ? colours.weak(tone) : colours.strong(tone));
        pen.fillRoundRect(x, y, TileGrid.TILE, TileGrid.TILE, ROUND, ROUND);
        pen.setFill(calm ? colours.strong(tone) : colours.onStrong());
        pen.setFont(shapes);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(String.valueOf((char) tile.mark().shape().getCode()), x + TileGrid.TILE / 2,
                y + TileGrid.TILE / 2);
    }

    private void explain(MouseEvent at) {
        int tile = grid.at(at.getX(), at.getY());
        String words = tile < 0 ? shown.group() : shown.tiles().get(tile).words();
        if (!words.equals(tooltip.getText())) {
            tooltip.setText(words);
        }
    }

    private static boolean isChosen(TileRow tile, @Nullable Selection selection) {
        return selection != null && selection.service().equals(tile.service());
    }

    private static Font iconFont() {
        IkonHandler icons = IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
                .resolve(Mark.GOOD.shape().getDescription());
        return Font.font(icons.getFontFamily(), GLYPH);
    }
}
