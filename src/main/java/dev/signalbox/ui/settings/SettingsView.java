package dev.signalbox.ui.settings;

import dev.signalbox.ui.widget.Texts;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Search and pages on the left, the open page or what was found on the right.
final class SettingsView extends BorderPane {

    private final SettingsViewModel model;
    private final TextField search = new TextField();
    private final ListView<SettingsPage> list = new ListView<>();
    private final HitsView hits;
    private final Map<String, PageView> made = new HashMap<>();
    private boolean following;

    SettingsView(SettingsViewModel model) {
        this.model = model;
        setId("settings");
        getStyleClass().add("settings");
        URL sheet = Objects.requireNonNull(SettingsView.class.getResource("settings.css"));
        getStylesheets().add(sheet.toExternalForm());
        hits = new HitsView(model, this::go);
        layOutSearch();
        layOutList();
        VBox left = new VBox(Texts.title("Settings"), search, list);
        left.getStyleClass().addAll("sb-side", "left", "settings-side");
        setLeft(left);
        model.pageProperty().subscribe(this::refresh);
        model.queryProperty().subscribe(this::refresh);
    }

    /// Puts the keyboard where somebody was led to; else on the list of pages.
    void takeFocus() {
        Setting pointed = model.pointedProperty().get();
        refresh();
        if (pointed == null) {
            list.requestFocus();
        } else {
            page().point(pointed);
        }
    }

    void pressed(KeyEvent key) {
        if (KeyCombination.valueOf("Shortcut+F").match(key)) {
            search.requestFocus();
            search.selectAll();
            key.consume();
        }
    }

    private void layOutSearch() {
        search.setId("settings-search");
        search.setPromptText("Find a setting…");
        search.setAccessibleText("Find a setting");
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && model.isSearching()) {
                model.search("");
            } else if (key.getCode() == KeyCode.DOWN && model.isSearching()) {
                hits.takeFocus();
            } else if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            } else if (key.getCode() == KeyCode.ENTER && !model.hits().isEmpty()) {
                go(model.hits().getFirst());
            } else {
                return;
            }
            key.consume();
        });
    }

    private void layOutList() {
        list.setId("settings-pages");
        list.setAccessibleText("Pages of settings");
        list.setItems(FXCollections.observableArrayList(model.pages()));
        list.setFixedCellSize(34);
        list.setCellFactory(view -> new PageCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.open(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private void go(HitRow hit) {
        if (model.open(hit.page(), hit.setting())) {
            takeFocus();
        }
    }

    private void refresh() {
        following = true;
        if (model.isSearching()) {
            list.getSelectionModel().clearSelection();
            setCenter(hits);
        } else {
            list.getSelectionModel().select(model.pageProperty().get());
            page().point(null);
            setCenter(page());
        }
        following = false;
    }

    private PageView page() {
        SettingsPage page = model.pageProperty().get();
        return made.computeIfAbsent(page.id(), id -> new PageView(page));
    }

    private static final class PageCell extends ListCell<SettingsPage> {

        private final FontIcon icon = new FontIcon();
        private final Label title = Texts.plain("");
        private final HBox row = new HBox(10, icon, title);

        PageCell() {
            row.getStyleClass().add("settings-page-name");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SettingsPage page, boolean empty) {
            super.updateItem(page, empty);
            if (empty || page == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            icon.setIconLiteral(page.icon());
            title.setText(page.title());
            setAccessibleText(page.title());
            setGraphic(row);
        }
    }
}
