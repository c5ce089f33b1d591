package dev.signalbox.ui.palette;

import dev.signalbox.ui.widget.KeyHint;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The palette over the window: a field and what fits.
public final class PaletteView extends VBox implements Layer {

    private static final double ROW = 36;
    private static final int ROWS = 11;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        setId("palette");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("Find a service, run, commit or action");
        getStyleClass().addAll("sb-sheet", "sb-palette");
        setPrefWidth(780);

        field.setId("palette-field");
        field.setPromptText("Find a service, run, commit or action; or an error in kept logs…");
        field.setAccessibleText("Find a service, run, commit or action");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);

        list.setId("palette-list");
        list.setAccessibleText("What fits");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS + 2);
        list.setItems(model.matches());
        list.setCellFactory(view -> new EntryCell());
        model.selectedProperty().addListener((property, before, now) -> reveal());
        model.matches().addListener((javafx.collections.ListChangeListener<PaletteEntry>) change -> reveal());

        Label words = Texts.sub("");
        words.setId("palette-words");
        words.textProperty().bind(model.words());
        words.visibleProperty().bind(model.words().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        words.setPadding(new Insets(6, 14, 2, 14));
        Label nothing = Texts.sub("Nothing fits.");
        nothing.visibleProperty().bind(model.words().isEmpty());
        list.setPlaceholder(nothing);

        HBox keys = new HBox(
                6, new KeyHint("↑ ↓"), Texts.sub("choose"), new KeyHint("Enter"), Texts.sub("go"), new KeyHint("Esc"),
                Texts.sub("close"));
        keys.setAlignment(Pos.CENTER_LEFT);
        keys.getStyleClass().add("sb-palette-keys");
        getChildren().addAll(field, list, words, keys);
        reveal();
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    @Override
    public void takeFocus() {
        field.requestFocus();
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN ->
                    model.move(Math.min(ROWS - 1, model.matches().size() - 1 - model.selectedProperty().get()));
            case PAGE_UP -> model.move(-Math.min(ROWS - 1, model.selectedProperty().get()));
            case ENTER -> model.choose();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void reveal() {
        int at = model.selectedProperty().get();
        if (at >= 0 && at < model.matches().size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - ROWS / 2));
            field.setAccessibleHelp(model.matches().get(at).title());
        }
    }

    private final class EntryCell extends ListCell<PaletteEntry> {

        private final FontIcon icon = new FontIcon();
        private final Label title = Texts.plain("");
        private final Label detail = Texts.sub("");
        private final Label kind = Texts.sub("");
        private final HBox row = new HBox(9, icon, title, detail, Texts.gap(), kind);

        EntryCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(USE_PREF_SIZE);
            kind.setMinWidth(USE_PREF_SIZE);
            setOnMouseClicked(click -> {
                if (!isEmpty()) {
                    model.select(getIndex());
                    model.choose();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            icon.setIconCode(entry.kind().icon());
            title.setText(entry.title());
            detail.setText(entry.detail());
            kind.setText(entry.kind().word());
            setAccessibleText(entry.title() + ", " + entry.kind().word() + ", " + entry.detail());
            setGraphic(row);
            setPrefWidth(0);
        }
    }
}
