package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Labels and values in two columns.
final class FactsGrid extends GridPane {

    private final Consumer<RunId> open;
    private final List<Labeled> values = new ArrayList<>();
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
        if (!areAlike(facts, shown)) {
            build(facts);
        }
        shown = facts;
        for (int i = 0; i < facts.size(); i++) {
            DrawerRow.Fact fact = facts.get(i);
            values.get(i).setText(fact.value());
            if (values.get(i) instanceof Hyperlink link && fact.run() != null) {
                lead(link, fact, fact.run());
            }
        }
    }

    /// Whether only words differ. Nodes stay then: a link would lose the keyboard whenever an age ticks.
    private static boolean areAlike(List<DrawerRow.Fact> facts, List<DrawerRow.Fact> before) {
        if (facts.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < facts.size(); i++) {
            DrawerRow.Fact now = facts.get(i);
            DrawerRow.Fact then = before.get(i);
            boolean same = now.label().equals(then.label()) && now.mono() == then.mono() && now.tone() == then.tone()
                    && (now.run() == null) == (then.run() == null);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private void build(List<DrawerRow.Fact> facts) {
        getChildren().clear();
        values.clear();
        for (int i = 0; i < facts.size(); i++) {
            DrawerRow.Fact fact = facts.get(i);
            Label label = Texts.sub(fact.label());
            Labeled value = fact.run() == null ? Texts.wrapped("") : link();
            value.getStyleClass().add(fact.mono() ? "sb-mono" : "fact-value");
            if (fact.tone() != null) {
                value.getStyleClass().add(fact.tone().textStyle());
            }
            values.add(value);
            setValignment(label, VPos.TOP);
            addRow(i, label, value);
        }
    }

    private static Hyperlink link() {
        Hyperlink link = new Hyperlink();
        link.setId("fact-run");
        link.getStyleClass().add("fact-link");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        return link;
    }

    private void lead(Hyperlink link, DrawerRow.Fact fact, DrawerRow.RunLink to) {
        link.setAccessibleText(to.spoken());
        link.setAccessibleHelp(fact.label() + " " + fact.value());
        link.setOnAction(press -> {
            link.setVisited(false);
            open.accept(to.run());
        });
    }
}
