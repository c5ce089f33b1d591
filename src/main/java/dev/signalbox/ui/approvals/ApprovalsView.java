package dev.signalbox.ui.approvals;

import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Texts;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The queue on the left, the decision on the right.
final class ApprovalsView extends BorderPane {

    private final ApprovalsViewModel model;
    private final ListView<ApprovalRow> queue = new ListView<>();
    private final ObservableList<ApprovalRow> items = FXCollections.observableArrayList();
    private final ApprovalView detail;
    private boolean following;

    ApprovalsView(ApprovalsViewModel model, Navigation navigation) {
        this.model = model;
        detail = new ApprovalView(model, navigation);
        setId("approvals");
        URL sheet = Objects.requireNonNull(ApprovalsView.class.getResource("approvals.css"));
        getStylesheets().add(sheet.toExternalForm());
        setLeft(layOutQueue());
        model.rowsProperty().subscribe(this::fill);
        model.selectedProperty().subscribe(key -> follow());
        model.cardProperty().subscribe(card -> {
            if (card == null) {
                setCenter(nothing());
            } else {
                detail.show(card);
                setCenter(detail);
            }
        });
    }

    void pressed(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.ENTER) {
            detail.approve();
            key.consume();
        } else if (KeyCombination.valueOf("Shortcut+M").match(key)) {
            detail.takeComment();
            key.consume();
        }
    }

    void takeFocus() {
        queue.requestFocus();
    }

    private VBox layOutQueue() {
        queue.setId("approvals-queue");
        queue.setAccessibleText("Waiting for approval");
        queue.setItems(items);
        queue.setFixedCellSize(60);
        queue.setCellFactory(list -> new QueueCell());
        queue.setPlaceholder(Texts.sub("Nothing waits for anybody."));
        queue.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.select(now.key());
            }
        });
        VBox.setVgrow(queue, Priority.ALWAYS);
        Label heading = Texts.heading("Waiting for approval");
        heading.getStyleClass().add("queue-heading");
        Label decided = Texts.sub("");
        decided.textProperty().bind(model.decidedProperty());
        decided.getStyleClass().add("queue-heading");
        VBox left = new VBox(8, heading, queue, decided);
        left.getStyleClass().addAll("sb-side", "left", "approvals-queue");
        return left;
    }

    /// Replaces rows in place where only their words have changed, so that the choice and the focus stay.
    private void fill(List<ApprovalRow> rows) {
        following = true;
        boolean same = rows.size() == items.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = rows.get(i).key().equals(items.get(i).key());
        }
        if (same) {
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
            if (items.get(i).key().equals(model.selectedProperty().get())) {
                queue.getSelectionModel().clearAndSelect(i);
            }
        }
        following = false;
    }

    private static VBox nothing() {
        VBox box = new VBox(
                Texts.heading("Nothing waits for approval"),
                Texts.sub("When a run asks for a decision before it deploys, it appears here."));
        box.getStyleClass().add("sb-empty");
        return box;
    }

    private static final class QueueCell extends ListCell<ApprovalRow> {

        private final Lamp lamp = Lamp.small();
        private final Label service = Texts.strong("");
        private final Label environment = Texts.plain("");
        private final Label sub = Texts.sub("");
        private final HBox row;

        QueueCell() {
            HBox first = new HBox(4, service, environment);
            VBox words = new VBox(1, first, sub);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            environment.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(9, lamp, words);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("sb-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ApprovalRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            lamp.show(item.mark(), item.mine() ? "you may decide" : "others decide");
            service.setText(item.service());
            environment.setText("→ " + item.environment());
            sub.setText(item.sub());
            setAccessibleText(item.words());
            setGraphic(row);
        }
    }
}
