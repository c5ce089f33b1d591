package dev.signalbox.ui.settings;

import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the search found, each with the page that it is on.
final class HitsView extends VBox {

    private final ListView<HitRow> list = new ListView<>();
    private final Consumer<HitRow> go;

    HitsView(SettingsViewModel model, Consumer<HitRow> go) {
        this.go = go;
        setId("settings-hits");
        getStyleClass().add("settings-page");
        Label title = Texts.title("");
        title.textProperty().bind(Bindings.size(model.hits()).map(
                count -> count.intValue() == 1 ? "1 setting" : count + " settings"));
        list.setId("settings-hits-list");
        list.setAccessibleText("Settings found");
        list.setItems(model.hits());
        list.setFixedCellSize(52);
        list.setCellFactory(view -> new HitCell());
        Label nothing = Texts.wrapped("No setting fits. Try a shorter word.", "sb-sub");
        list.setPlaceholder(nothing);
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                goChosen();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                model.search("");
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
    }

    void takeFocus() {
        // Controls hear keys from the moment they are dressed; the first key may come before the next frame.
        applyCss();
        layout();
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void goChosen() {
        HitRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            go.accept(chosen);
        }
    }

    private final class HitCell extends ListCell<HitRow> {

        private final Label title = Texts.strong("");
        private final Label explanation = Texts.sub("");
        private final Pill page = Pill.plain("");
        private final HBox row;

        HitCell() {
            VBox words = new VBox(1, title, explanation);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            page.setMinWidth(USE_PREF_SIZE);
            row = new HBox(12, words, page);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(click -> {
                if (!isEmpty()) {
                    go.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable HitRow hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            title.setText(hit.title());
            explanation.setText(hit.explanation());
            page.setText(hit.pageTitle());
            setAccessibleText(hit.words());
            setGraphic(row);
        }
    }
}
