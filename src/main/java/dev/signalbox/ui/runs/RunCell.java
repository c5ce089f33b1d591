package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list of runs.
final class RunCell extends ListCell<RunRow> {

    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final Label status = Texts.plain("");
    private final Label where = Texts.strong("");
    private final Label number = Texts.sub("");
    private final Label title = Texts.sub("");
    private final Label branch = Texts.plain("");
    private final Label sha = Texts.mono("");
    private final Label actor = Texts.sub("");
    private final Label took = Texts.plain("");
    private final Label usual = Texts.sub("");
    private final Label age = Texts.sub("");
    private final HBox row;
    private @Nullable Place laidOut;

    /// What the layout of a cell depends on; that of its line is the line's own affair.
    private record Place(double width, double height, Insets insets) {}

    RunCell(RunsViewModel model) {
        getStyleClass().add("run-cell");
        sha.getStyleClass().add("sb-sub");
        number.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(6, where, number);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox name = new VBox(1, first, title);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMinWidth(0);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setPrefWidth(0);
        row = new HBox(
                10, icon, column(104, Pos.CENTER_LEFT, status), name, column(128, Pos.CENTER_LEFT, branch, sha),
                column(110, Pos.CENTER_LEFT, actor), column(104, Pos.CENTER_RIGHT, took, usual),
                column(72, Pos.CENTER_RIGHT, age));
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setGraphic(new Frame(row));
        setOnMouseClicked(click -> {
            RunRow item = getItem();
            if (click.getButton() == MouseButton.PRIMARY && item != null) {
                model.openRun(item.id());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable RunRow item, boolean empty) {
        super.updateItem(item, empty);
        // The list empties its cells before it fills them again. A line that is taken off the scene and put back is
        // styled and measured anew, all its thirteen nodes, so it stays and only hides.
        row.setVisible(!empty);
        if (empty || item == null) {
            setAccessibleText("");
            return;
        }
        icon.set(item.mark(), item.status());
        status.setText(item.status());
        where.setText(item.where());
        number.setText(item.number());
        title.setText(item.title());
        branch.setText(item.branch());
        sha.setText(item.sha());
        actor.setText(item.actor());
        took.setText(item.took());
        usual.setText(item.usual());
        age.setText(item.age());
        setAccessibleText(item.words());
    }

    /// Does nothing while nothing would come out differently. The list asks every cell when the number of runs changes, and
    /// then applies all style rules anew to each that wants to be laid out and to the nodes in it: that was a third of what a
    /// keystroke cost the screen's thread.
    @Override
    public void requestLayout() {
        if (!place().equals(laidOut)) {
            super.requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        laidOut = place();
    }

    private Place place() {
        return new Place(getWidth(), getHeight(), getInsets());
    }

    private static VBox column(double width, Pos at, Label... labels) {
        VBox column = new VBox(1, labels);
        column.setAlignment(at);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    /// Keeps it to itself that its line has to be laid out anew.
    private static final class Frame extends Region {

        private final HBox line;

        Frame(HBox line) {
            this.line = line;
            line.setManaged(false);
            getChildren().add(line);
        }

        @Override
        protected double computePrefWidth(double height) {
            return line.prefWidth(height);
        }

        @Override
        protected double computePrefHeight(double width) {
            return line.prefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            line.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
