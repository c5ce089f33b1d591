package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A release: its tag, which opens its page where it has one, and who published it when.
final class ReleaseLine extends VBox {

    private final Hyperlink link = new Hyperlink();
    private final Label tag = Texts.mono("");
    private final Label words = Texts.sub("");
    private final Label running = Texts.sub("running");
    private final Tooltip whole = new Tooltip();
    private @Nullable URI page;

    /// @param open shows a page in the browser
    ReleaseLine(Consumer<URI> open) {
        super(1);
        link.getStyleClass().addAll("sb-mono", "release-link");
        link.setMinWidth(0);
        tag.setMinWidth(0);
        link.setOnAction(click -> {
            link.setVisited(false);
            if (page != null) {
                open.accept(page);
            }
        });
        words.setMinWidth(0);
        running.setMinWidth(USE_PREF_SIZE);
        words.setTooltip(whole);
        link.setTooltip(whole);
        tag.setTooltip(whole);
        HBox first = new HBox(8, link, tag, Texts.gap(), running);
        first.setAlignment(Pos.BASELINE_LEFT);
        first.setMinWidth(0);
        setMinWidth(0);
        getChildren().addAll(first, words);
    }

    void show(DrawerRow.ReleaseRow row) {
        page = row.page();
        boolean opens = page != null;
        link.setId("release-" + row.tag());
        link.setText(row.tag());
        link.setAccessibleText("Open " + row.spoken());
        Present.when(link, opens);
        tag.setText(row.tag());
        Present.when(tag, !opens);
        words.setText(row.words());
        whole.setText(row.spoken());
        Present.when(running, row.running());
        setAccessibleText(row.spoken());
    }
}
