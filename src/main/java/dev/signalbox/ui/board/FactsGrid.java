package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Labels and values in two columns.
final class FactsGrid extends GridPane {

    private final Consumer<RunId> open;
    private List<DrawerRow.Fact> shown = List.of();

    /// @param open hears which run's value was pressed
    FactsGrid(Consumer<RunId> open) {
        this.open = open;
        setHgap(0);
        setVgap(5);
        ColumnConstraints labels = new ColumnConstraints(80);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, values);
    }

    void show(List<DrawerRow.Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        getChildren().clear();
        for (int i = 0; i < facts.size(); i++) {
            DrawerRow.Fact fact = facts.get(i);
            Label label = Texts.sub(fact.label());
            Label value = Texts.wrapped(fact.value());
            value.getStyleClass().add(fact.mono() ? "sb-mono" : "fact-value");
            if (fact.tone() != null) {
                value.getStyleClass().add(fact.tone().textStyle());
            }
            RunId run = fact.run();
            if (run != null) {
                value.getStyleClass().add("fact-link");
                value.setCursor(Cursor.HAND);
                value.setOnMouseClicked(e -> open.accept(run));
            }
            setValignment(label, VPos.TOP);
            addRow(i, label, value);
        }
    }
}
