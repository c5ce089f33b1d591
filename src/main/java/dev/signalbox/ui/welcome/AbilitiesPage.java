package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The second step: what the token may do, in a table.
final class AbilitiesPage implements StepPage {

    private final WizardModel wizard;
    private final Asking asking = new Asking(NOBODY, NOBODY);
    private final VBox root = new VBox(12);

    private static final Executor NOBODY = Runnable::run;

    AbilitiesPage(WizardModel wizard) {
        this.wizard = wizard;
        root.setId("step-abilities");
        wizard.sheet().subscribe(sheet -> {
            if (sheet != null) {
                show(sheet);
            }
        });
    }

    private void show(TokenSheet sheet) {
        GridPane table = new GridPane(16, 0);
        table.setId("abilities-table");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), rest);
        List<AbilityRow> rows = AbilityRows.of(sheet);
        for (int i = 0; i < rows.size(); i++) {
            addRow(table, i, rows.get(i));
        }
        Label owner = Texts.strong(AbilityRows.owner(sheet, ZoneId.systemDefault()));
        owner.setId("abilities-owner");
        Label verdict = Texts.wrapped(AbilityRows.verdict(sheet));
        verdict.setId("abilities-verdict");
        root.getChildren().setAll(owner, verdict, table);
        AbilityRows.notes(sheet).forEach(note -> root.getChildren().add(Texts.wrapped(note, "sb-sub")));
    }

    private static void addRow(GridPane table, int at, AbilityRow row) {
        Label what = Texts.plain(row.what());
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label permission = Texts.wrapped(
                row.permission().isEmpty()
                        ? ""
                        : (row.mark() == Mark.BAD ? "Needs: " : "Given by: ") + row.permission(),
                "sb-sub");
        HBox line = new HBox(what);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("welcome-ability");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(row.words());
        table.addRow(at, line, new Pill(row.state(), row.mark()), permission);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        // There is nothing to fill in: the keyboard stays at the button that goes on.
    }

    @Override
    public Asking asking() {
        return asking;
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return new SimpleStringProperty("Choose repositories");
    }

    @Override
    public void forward() {
        wizard.next();
    }
}
