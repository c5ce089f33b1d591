package dev.signalbox.ui.board;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Heading and rows. Lines are replaced one by one where they changed, so that scrolling and selection keep their place.
final class BoardList extends BorderPane {

    private static final double GROUP_HEIGHT = 29;
    private static final double SERVICE_HEIGHT = 53;

    private final BoardViewModel model;
    private final ServiceLine.Listener listener;
    private final ObservableList<BoardLine> items = FXCollections.observableArrayList();
    private final ListView<BoardLine> list = new ListView<>(items);
    private final HeadingLine heading = new HeadingLine();

    BoardList(BoardViewModel model, ServiceLine.Listener listener) {
        this.model = model;
        this.listener = listener;
        list.setId("board-list");
        list.setAccessibleText("Services");
        list.getStyleClass().add("board-list");
        list.setCellFactory(view -> new LineCell());
        list.setSelectionModel(new NoSelection<>());
        setMinWidth(0);
        setTop(heading);
        setCenter(list);
        model.lines().subscribe(this::replace);
        model.environments().subscribe(heading::show);
        model.selection().subscribe(s -> list.refresh());
    }

    ListView<BoardLine> list() {
        return list;
    }

    /// Scrolls until the service's row is visible.
    void reveal(String service) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals("service:" + service)) {
                list.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    private void replace(List<BoardLine> lines) {
        if (lines.size() != items.size()) {
            items.setAll(lines);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(items.get(i))) {
                items.set(i, lines.get(i));
            }
        }
    }

    private final class LineCell extends ListCell<BoardLine> {

        private final ServiceLine service = new ServiceLine(listener, BoardList.this::getWidth);
        private final GroupLine group = new GroupLine();

        LineCell() {
            getStyleClass().add("board-list-cell");
            group.setOnMouseClicked(e -> {
                if (getItem() instanceof BoardLine.Group pressed) {
                    model.toggleGroup(pressed.name());
                }
            });
        }

        /// The theme's own cell size is that of plain text; ours are known.
        @Override
        protected double computePrefHeight(double width) {
            return getItem() instanceof BoardLine.Group ? GROUP_HEIGHT : SERVICE_HEIGHT;
        }

        @Override
        protected void updateItem(@Nullable BoardLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            switch (line) {
                case null -> setGraphic(null);
                case BoardLine.Group heading -> dress(group, () -> group.show(heading));
                case BoardLine.Service(ServiceRow row) ->
                        dress(service, () -> service.show(row, model.selection().get()));
            }
        }

        private void dress(Region node, Runnable show) {
            show.run();
            if (getGraphic() != node) {
                setGraphic(node);
            }
        }
    }
}
