package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.ProposedService.Certainty;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The fifth step as it looks: rows with the reason of each match, and below them the one that is being changed.
final class ProposalPage implements StepPage {

    private static final double ROW = 58;
    private static final double HEIGHT = 300;

    private final ProposalViewModel model;
    private final VBox root = new VBox(10);
    private final ObservableList<ServiceDraft> items = FXCollections.observableArrayList();
    private final ListView<ServiceDraft> list = new ListView<>(items);
    private final ServiceEditor editor;
    private final UnreadClustersView unread;

    ProposalPage(ProposalViewModel model) {
        this.model = model;
        editor = new ServiceEditor(model);
        unread = new UnreadClustersView(model, list::requestFocus);
        root.setId("step-board");
        list.setId("proposal-list");
        list.setAccessibleText("Proposed services; Space accepts or drops one");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setPlaceholder(Texts.sub("Nothing is proposed."));
        list.setCellFactory(view -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            int at = list.getSelectionModel().getSelectedIndex();
            if (key.getCode() == KeyCode.SPACE && at >= 0) {
                model.accept(at, !items.get(at).accepted());
                key.consume();
            }
        });
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> edit(now.intValue()));
        Label count = Texts.sub("");
        count.setId("proposal-count");
        count.textProperty().bind(model.count());
        HBox press = new HBox(
                8, Buttons.of("proposal-all", "Accept all", () -> model.acceptAll(true)),
                Buttons.of("proposal-none", "Drop all", () -> model.acceptAll(false)), Texts.gap(), count);
        press.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(
                Texts.wrapped("Repositories and workloads that seem to belong together. Look most at those that are"
                        + " guessed.", "sb-muted"),
                unread, press, list, editor);
        model.drafts().subscribe(this::show);
    }

    private void show(List<ServiceDraft> drafts) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (items.size() == drafts.size()) {
            for (int i = 0; i < drafts.size(); i++) {
                if (!items.get(i).equals(drafts.get(i))) {
                    items.set(i, drafts.get(i));
                }
            }
        } else {
            items.setAll(drafts);
        }
        if (at >= 0 && at < drafts.size()) {
            list.getSelectionModel().select(at);
        }
        edit(list.getSelectionModel().getSelectedIndex());
    }

    private void edit(int at) {
        if (at >= 0 && at < items.size()) {
            editor.show(at, items.get(at));
        } else {
            editor.clear();
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        list.requestFocus();
        model.begin();
    }

    @Override
    public Asking asking() {
        return model.asking();
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return new SimpleStringProperty("Take this board");
    }

    @Override
    public void forward() {
        model.forward();
    }

    /// Where it would stand, in a line.
    static String targets(ServiceDraft draft) {
        String where = draft.service().targets().stream()
                .map(t -> SafeText.line(t.environment(), 30) + " in "
                        + SafeText.line(t.workload().cluster().name(), 30))
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? "builds only" : where;
    }

    private static Pill certainty(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> new Pill("certain", Mark.GOOD);
            case LIKELY -> new Pill("likely", Mark.GOOD);
            case GUESSED -> new Pill("guessed", Mark.UNKNOWN);
            case ALONE -> new Pill("not matched", Mark.IDLE);
        };
    }

    private final class Cell extends ListCell<ServiceDraft> {

        private final CheckBox box = new CheckBox();
        private final Label where = Texts.sub("");
        private final Label reason = Texts.sub("");
        private final HBox sure = new HBox();

        Cell() {
            box.setFocusTraversable(false);
            box.setOnAction(press -> model.accept(getIndex(), box.isSelected()));
        }

        @Override
        protected void updateItem(@Nullable ServiceDraft draft, boolean empty) {
            super.updateItem(draft, empty);
            setText(null);
            if (empty || draft == null) {
                setGraphic(null);
                return;
            }
            String name = SafeText.line(draft.service().name(), 60);
            box.setText(name);
            box.setSelected(draft.accepted());
            where.setText(SafeText.line(draft.service().group(), 40) + " · " + targets(draft));
            reason.setText(draft.proposed().reason());
            sure.getChildren().setAll(certainty(draft.proposed().certainty()));
            HBox first = new HBox(10, box, where, Texts.gap(), sure);
            first.setAlignment(Pos.CENTER_LEFT);
            where.setMinWidth(0);
            VBox rows = new VBox(2, first, reason);
            rows.setPrefWidth(0);
            reason.setPadding(new Insets(0, 0, 0, 26));
            setAccessibleText(name + (draft.accepted() ? ", accepted. " : ", dropped. ") + draft.proposed().reason());
            setGraphic(rows);
        }
    }
}
