package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The drawer's part about releases; not there where there can be none.
final class ReleasesSection extends VBox {

    private final VBox rows = new VBox(6);
    private final Label note = Texts.wrapped("", "sb-sub");
    private final LinePool<DrawerRow.ReleaseRow, ReleaseLine> lines;

    /// @param open shows a page in the browser
    ReleasesSection(Consumer<URI> open) {
        super(6);
        lines = new LinePool<>(rows, () -> new ReleaseLine(open), ReleaseLine::show);
        note.setId("releases-note");
        setId("releases");
        setMinWidth(0);
        getChildren().addAll(Texts.section("Releases"), rows, note);
        show(DrawerRow.Releases.NONE);
    }

    void show(DrawerRow.Releases releases) {
        boolean there = !releases.rows().isEmpty() || !releases.note().isEmpty();
        Present.when(this, there);
        lines.show(releases.rows());
        note.setText(releases.note());
        Present.when(note, !releases.note().isEmpty());
    }
}
