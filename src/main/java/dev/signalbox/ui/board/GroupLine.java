package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The node of a group's heading; pressing it opens or closes the group.
final class GroupLine extends HBox {

    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final Label words = Texts.sub("");
    private final Label summary = Texts.sub("");

    private BoardLine.@Nullable Group shown;

    GroupLine() {
        super(6);
        getStyleClass().add("board-group");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("sb-muted");
        getChildren().addAll(arrow, words, summary);
    }

    /// The group that is shown.
    String name() {
        return shown == null ? "" : shown.name();
    }

    void show(BoardLine.Group group) {
        if (group.equals(shown)) {
            return;
        }
        shown = group;
        arrow.setIconCode(group.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        words.setText(group.name());
        summary.setText("· " + group.summary());
        summary.getStyleClass().remove("sb-bad");
        if (group.failing()) {
            summary.getStyleClass().add("sb-bad");
        }
        setAccessibleText("Group " + group.name() + ", " + group.summary() + (group.open() ? ", open" : ", closed"));
    }
}
