package dev.signalbox.ui.runs;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/// Commits since the last run that went well.
final class ChangesView extends StackPane {

    private final ReferenceSection section;

    ChangesView(Consumer<URI> open) {
        section = new ReferenceSection("run-changes", "Changed since last green", open);
        getChildren().add(section.node());
    }

    void show(ChangesCard card) {
        section.show(card.heading(), card.commits().stream().map(ChangesView::line).toList(), card.words());
    }

    private static ReferenceSection.Line line(ChangesCard.Line commit) {
        return new ReferenceSection.Line(
                "commit-" + commit.sha(), commit.sha(), commit.subject(), commit.author(), commit.page(),
                commit.words(), "Open commit " + commit.words());
    }
}
