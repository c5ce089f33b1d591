package dev.signalbox.ui.board;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Heading and lines.
final class BoardList extends BorderPane {

    private final BoardViewModel model;
    private final ServiceLine.Listener listener;
    private final BoardFlow flow = new BoardFlow(new Lines(), "Services");
    private final HeadingLine heading = new HeadingLine();
    /// How high lines are in this density: the sheets say it of a node that shows nothing, `-fx-pref-height` for a service and
    /// `-fx-min-height` for a group.
    private final Region ruler = new Region();

    BoardList(BoardViewModel model, ServiceLine.Listener listener) {
        this.model = model;
        this.listener = listener;
        flow.setId("board-list");
        flow.getStyleClass().add("board-list");
        flow.onSight(model::inSight);
        ruler.getStyleClass().add("board-ruler");
        ruler.setManaged(false);
        ruler.setMouseTransparent(true);
        ruler.setMinHeight(29);
        ruler.setPrefHeight(53);
        getChildren().add(ruler);
        setMinWidth(0);
        setTop(heading);
        setCenter(flow);
        model.lines().subscribe(lines -> flow.show(lines, model.page().keys()));
        model.environments().subscribe(heading::show);
        model.selection().subscribe(flow::choose);
        ruler.prefHeightProperty().addListener((property, before, now) -> flow.remeasure());
        widthProperty().subscribe(w -> model.tilesPerRow(TileGrid.of(w.doubleValue(), 1).perRow()));
    }

    BoardFlow list() {
        return flow;
    }

    /// Scrolls until the service can be seen.
    void reveal(String service) {
        flow.reveal(service);
    }

    /// The nodes of lines.
    private final class Lines implements BoardFlow.Cast {

        @Override
        public double heightOf(BoardLine line, double width) {
            return switch (line) {
                case BoardLine.Group ignored -> ruler.getMinHeight();
                case BoardLine.Service ignored -> ruler.getPrefHeight();
                case BoardLine.Tiles tiles -> HeatMap.heightFor(tiles, width);
            };
        }

        @Override
        public Region make(BoardLine line) {
            return switch (line) {
                case BoardLine.Group ignored -> group();
                case BoardLine.Service ignored -> new ServiceLine(listener, BoardList.this::getWidth);
                case BoardLine.Tiles ignored ->
                        new HeatMap(tile -> listener.cell(tile.service(), tile.environment()));
            };
        }

        private GroupLine group() {
            GroupLine line = new GroupLine();
            line.setOnMouseClicked(e -> model.toggleGroup(line.name()));
            return line;
        }

        @Override
        public void dress(Region node, BoardLine line, @Nullable Selection selection) {
            switch (line) {
                case BoardLine.Group group when node instanceof GroupLine to -> to.show(group);
                case BoardLine.Service(ServiceRow row) when node instanceof ServiceLine to -> to.show(row, selection);
                case BoardLine.Tiles tiles when node instanceof HeatMap to -> to.show(tiles, selection);
                default -> throw new IllegalStateException(node + " cannot show " + line.key());
            }
        }
    }
}
