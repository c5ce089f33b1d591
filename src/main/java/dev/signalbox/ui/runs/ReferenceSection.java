package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a run came with, a line each: commits, or requests. A click opens one in the browser.
final class ReferenceSection {

    private final Consumer<URI> open;
    private final VBox lines = new VBox(3);
    private final Label words = Texts.wrapped("", "sb-sub");
    private final FoldSection section;
    private List<Line> shown = List.of();

    ReferenceSection(String id, String heading, Consumer<URI> open) {
        this.open = open;
        section = new FoldSection(id, heading, lines, words);
        words.setId(id + "-words");
    }

    /// One of them.
    ///
    /// @param id of the link
    /// @param reference as people quote it
    /// @param detail who made it, and how far it came
    /// @param page opened by a click; absent when it may not be opened
    /// @param words the line for screen readers
    /// @param press what a click does, for screen readers
    record Line(
            String id, String reference, String title, String detail, @Nullable URI page, String words,
            String press) {}

    Region node() {
        return section;
    }

    /// @param said in place of lines, or beside them; empty when they say it all
    void show(String heading, List<Line> all, String said) {
        section.title(heading);
        words.setText(said);
        Present.when(words, !said.isEmpty());
        if (!all.equals(shown)) {
            shown = all;
            lines.getChildren().setAll(all.stream().map(this::line).toList());
        }
    }

    private HBox line(Line each) {
        Label title = Texts.plain(each.title());
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(each.title()));
        Label detail = Texts.sub(each.detail());
        detail.setMinWidth(0);
        VBox both = new VBox(title, detail);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(8, reference(each), both);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("run-commit");
        line.setAccessibleText(each.words());
        return line;
    }

    private Labeled reference(Line each) {
        URI page = each.page();
        if (page == null) {
            Label plain = Texts.mono(each.reference());
            plain.getStyleClass().add("run-commit-sha");
            return plain;
        }
        Hyperlink link = new Hyperlink(each.reference());
        link.setId(each.id());
        link.getStyleClass().addAll("sb-mono", "run-commit-link", "run-commit-sha");
        link.setAccessibleText(each.press());
        link.setOnAction(click -> open.accept(page));
        return link;
    }
}
