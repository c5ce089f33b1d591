package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.FoldSection;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Commits since the last run that went well; a click opens one in the browser.
final class ChangesView extends StackPane {

    private final Consumer<URI> open;
    private final VBox lines = new VBox(3);
    private final Label words = Texts.wrapped("", "sb-sub");
    private final FoldSection section = new FoldSection("run-changes", "Changed since last green", lines, words);
    private List<ChangesCard.Line> shown = List.of();

    ChangesView(Consumer<URI> open) {
        this.open = open;
        words.setId("run-changes-words");
        getChildren().add(section);
    }

    void show(ChangesCard card) {
        section.title(card.heading());
        words.setText(card.words());
        words.setVisible(!card.words().isEmpty());
        words.setManaged(!card.words().isEmpty());
        if (!card.commits().equals(shown)) {
            shown = card.commits();
            lines.getChildren().setAll(shown.stream().map(this::line).toList());
        }
    }

    private HBox line(ChangesCard.Line commit) {
        Label subject = Texts.plain(commit.subject());
        subject.setMinWidth(0);
        subject.setTooltip(new Tooltip(commit.subject()));
        Label author = Texts.sub(commit.author());
        author.setMinWidth(0);
        VBox both = new VBox(subject, author);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(8, sha(commit), both);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("run-commit");
        line.setAccessibleText(commit.words());
        return line;
    }

    private Labeled sha(ChangesCard.Line commit) {
        URI page = commit.page();
        if (page == null) {
            Label plain = Texts.mono(commit.sha());
            plain.getStyleClass().add("run-commit-sha");
            return plain;
        }
        Hyperlink link = new Hyperlink(commit.sha());
        link.setId("commit-" + commit.sha());
        link.getStyleClass().addAll("sb-mono", "run-commit-link", "run-commit-sha");
        link.setAccessibleText("Open commit " + commit.words());
        link.setOnAction(click -> open.accept(page));
        return link;
    }
}
