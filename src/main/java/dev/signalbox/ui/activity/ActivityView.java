package dev.signalbox.ui.activity;

import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Tabs;
import dev.signalbox.ui.widget.Texts;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of actions and the one that is open.
final class ActivityView extends BorderPane {

    private final ActivityViewModel model;
    private final ListView<ActivityRow> list = new ListView<>();
    private final ObservableList<ActivityRow> items = FXCollections.observableArrayList();
    private final ActionView detail;
    private boolean following;

    ActivityView(ActivityViewModel model) {
        this.model = model;
        detail = new ActionView(model);
        detail.prefWidthProperty().bind(widthProperty().map(width -> Math.clamp(width.doubleValue() * 0.34, 360, 460)));
        setId("activity");
        URL sheet = Objects.requireNonNull(ActivityView.class.getResource("activity.css"));
        getStylesheets().add(sheet.toExternalForm());
        Tabs<ActivityFilter> tabs =
                new Tabs<>("activity-filter", Arrays.asList(ActivityFilter.values()), ActivityFilter::title);
        tabs.selectedProperty().bindBidirectional(model.filterProperty());
        model.countsProperty().subscribe(tabs::count);
        HBox bar = new HBox(8, Texts.title("Activity"), tabs);
        bar.setAlignment(Pos.CENTER_LEFT);
        layOutList();
        VBox page = new VBox(bar, list);
        page.getStyleClass().add("sb-page");
        setCenter(page);
        model.rowsProperty().subscribe(this::fill);
        model.selectedProperty().subscribe(id -> follow());
        model.cardProperty().subscribe(card -> {
            if (card == null) {
                setRight(null);
            } else {
                detail.show(card);
                setRight(detail);
            }
        });
    }

    void takeFocus() {
        list.requestFocus();
    }

    private void layOutList() {
        list.setId("activity-list");
        list.setAccessibleText("Actions");
        list.setItems(items);
        list.setFixedCellSize(52);
        list.setCellFactory(view -> new ActionCell());
        VBox empty = new VBox(
                Texts.heading("Nothing here"),
                Texts.sub("What is confirmed in this console is listed here, with its outcome."));
        empty.getStyleClass().add("sb-empty");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.select(now.id());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private void fill(List<ActivityRow> rows) {
        following = true;
        if (rows.stream().map(ActivityRow::id).toList().equals(items.stream().map(ActivityRow::id).toList())) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(items.get(i))) {
                    items.set(i, rows.get(i));
                }
            }
        } else {
            items.setAll(rows);
        }
        following = false;
        follow();
    }

    private void follow() {
        following = true;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(model.selectedProperty().get())) {
                list.getSelectionModel().clearAndSelect(i);
            }
        }
        following = false;
    }

    private static final class ActionCell extends ListCell<ActivityRow> {

        private final Lamp lamp = new Lamp();
        private final Label title = Texts.strong("");
        private final Label sub = Texts.sub("");
        private final Pill phase = new Pill();
        private final Label when = Texts.sub("");
        private final HBox row;

        ActionCell() {
            VBox words = new VBox(1, title, sub);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            when.setMinWidth(112);
            when.setAlignment(Pos.CENTER_RIGHT);
            row = new HBox(10, lamp, words, phase, when);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ActivityRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            lamp.show(item.mark(), item.phase());
            title.setText(item.title());
            sub.setText(item.sub());
            phase.show(item.phase(), item.mark());
            when.setText(item.when());
            setAccessibleText(item.words());
            setGraphic(row);
        }
    }
}
