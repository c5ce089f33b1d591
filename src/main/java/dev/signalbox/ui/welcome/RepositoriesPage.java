package dev.signalbox.ui.welcome;

import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The third step as it looks: a list that is searched, and marked with Space.
final class RepositoriesPage implements StepPage {

    private static final double ROW = 30;
    private static final double HEIGHT = 360;

    private final RepositoriesViewModel model;
    private final VBox root = new VBox(10);
    private final TextField search = new TextField();
    private final ObservableList<RepositoryLine> items = FXCollections.observableArrayList();
    private final ListView<RepositoryLine> list = new ListView<>(items);

    RepositoriesPage(RepositoriesViewModel model) {
        this.model = model;
        root.setId("step-repositories");
        search.setId("repositories-search");
        search.setPromptText("Search");
        search.setAccessibleText("Search the repositories");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                key.consume();
            }
        });
        list.setId("repositories-list");
        list.setAccessibleText("Repositories; Space chooses");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPlaceholder(Texts.sub("Nothing fits."));
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            RepositoryLine line = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.SPACE && line != null) {
                model.toggle(line.id());
                key.consume();
            }
        });
        Label count = Texts.sub("");
        count.setId("repositories-count");
        count.textProperty().bind(model.count());
        HBox press = new HBox(
                8,
                Buttons.of(
                        "repositories-deployed", Feather.UPLOAD_CLOUD, "All with deployments", model::chooseDeployed),
                Buttons.of("repositories-found", "All found", model::chooseFound),
                Buttons.of("repositories-none", "None", model::chooseNone),
                Texts.gap(), count);
        press.setAlignment(Pos.CENTER_LEFT);
        HBox more = new HBox(Buttons.of(
                "repositories-another", Feather.PLUS, "Add another account", model::another, "quiet"));
        root.getChildren().addAll(search, press, list, more);
        model.lines().subscribe(lines -> {
            int at = list.getSelectionModel().getSelectedIndex();
            items.setAll(lines);
            if (at >= 0 && at < lines.size()) {
                list.getSelectionModel().select(at);
            }
        });
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        search.requestFocus();
        model.begin();
    }

    @Override
    public Asking asking() {
        return model.asking();
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return new SimpleStringProperty("Connect clusters");
    }

    @Override
    public void forward() {
        model.forward();
    }

    private final class Cell extends ListCell<RepositoryLine> {

        private final CheckBox box = new CheckBox();
        private final Label more = Texts.sub("");
        private final HBox row = new HBox(10, box, more);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            box.setFocusTraversable(false);
            box.setOnAction(press -> {
                RepositoryLine line = getItem();
                if (line != null) {
                    model.toggle(line.id());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable RepositoryLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            box.setText(line.name());
            box.setSelected(line.chosen());
            more.setText(line.more());
            setAccessibleText(line.name() + (line.chosen() ? ", chosen" : ", not chosen")
                    + (line.more().isEmpty() ? "" : ", " + line.more()));
            setGraphic(row);
        }
    }
}
