package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The node of a cell: version, how it stands, and a thin bar while a rollout moves. Made once, dressed anew.
final class TargetCell extends StackPane {

    private static final String CELL = "board-cell";
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label version = Texts.mono("");
    private final StatusIcon icon = new StatusIcon(Mark.IDLE);
    private final Label words = Texts.sub("");
    private final Region bar = new Region();
    private final VBox text = new VBox();
    private final Tooltip tooltip = new Tooltip();
    private final HBox line;
    private @Nullable FontIcon frozen;
    private double progress = -1;
    private @Nullable CellRow shown;

    TargetCell() {
        getStyleClass().add(CELL);
        version.getStyleClass().add("board-version");
        version.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        words.getStyleClass().add("board-words");
        words.setMinWidth(0);
        line = new HBox(5, icon, words);
        line.setAlignment(Pos.CENTER_LEFT);
        text.getChildren().addAll(version, line);
        text.setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("board-cell-text");
        bar.getStyleClass().add("board-progress");
        bar.setManaged(false);
        getChildren().addAll(text, bar);
        Tooltip.install(this, tooltip);
    }

    void show(CellRow row, boolean selected) {
        pseudoClassStateChanged(CHOSEN, selected);
        if (Objects.equals(shown, row)) {
            return;
        }
        shown = row;
        boolean nothing = row.isEmpty() && row.version().isEmpty();
        wear(nothing ? "nothing" : row.mark().tone().style(), row.stale());
        version.setText(nothing ? "–" : row.version());
        words.setText(row.words());
        icon.set(row.mark(), row.mark().word());
        icon.setVisible(!nothing);
        sign(nothing ? "" : row.frozen());
        if (progress != row.progress()) {
            progress = row.progress();
            requestLayout();
        }
        bar.setVisible(progress >= 0);
        tooltip.setText(row.spoken());
        setAccessibleText(row.spoken());
    }

    /// A freeze, by its shape beside how it stands. Most boards know none: its node is made when it is first wanted.
    private void sign(String words) {
        if (frozen == null && words.isEmpty()) {
            return;
        }
        FontIcon icon = frozen;
        if (icon == null) {
            icon = new FontIcon(Feather.LOCK);
            icon.getStyleClass().add("board-frozen");
            line.getChildren().addAll(Texts.gap(), icon);
            frozen = icon;
        }
        Present.when(icon, !words.isEmpty());
        icon.setAccessibleText(words);
    }

    /// In one change, and only when there is one: each makes JavaFX match all rules anew for the cell and what is in it.
    private void wear(String tone, boolean stale) {
        List<String> classes = stale ? List.of(CELL, tone, "stale") : List.of(CELL, tone);
        if (!getStyleClass().equals(classes)) {
            getStyleClass().setAll(classes);
        }
    }

    /// Tells tests which cell it is. Not the id: JavaFX matches all rules anew for a node with another id and for all that
    /// is in it, and keeps the outcome for each id that there ever was.
    void setPlace(String service, String environment) {
        setUserData(("cell-" + service + "-" + environment).toLowerCase(Locale.ROOT));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.max(0, getWidth() - 2) * Math.clamp(progress, 0, 1);
        bar.resizeRelocate(1, getHeight() - 3, width, 2);
    }
}
