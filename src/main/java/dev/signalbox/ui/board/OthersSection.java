package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The drawer's part about environments that have no column; not there when there are none.
final class OthersSection extends VBox {

    private final VBox rows = new VBox(6);
    private final Label note = Texts.wrapped("", "sb-sub");
    private final LinePool<DrawerRow.EnvironmentRow, EnvironmentLine> lines;

    /// @param press hears which offer was taken
    OthersSection(Consumer<DrawerRow.Offer> press) {
        super(6);
        lines = new LinePool<>(rows, () -> new EnvironmentLine(press), EnvironmentLine::show);
        setId("other-environments");
        setMinWidth(0);
        getChildren().addAll(Texts.section("Other environments"), rows, note);
        show(DrawerRow.Others.NONE);
    }

    void show(DrawerRow.Others others) {
        boolean there = !others.rows().isEmpty();
        Present.when(this, there);
        lines.show(others.rows());
        note.setText(others.note());
        Present.when(note, !others.note().isEmpty());
    }
}
