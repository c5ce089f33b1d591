package dev.signalbox.ui.runs;

import dev.signalbox.ui.widget.Present;
import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/// Pull requests or merge requests that the run's commit came with. Takes no room when there are none.
final class RequestsView extends StackPane {

    private final ReferenceSection section;

    RequestsView(Consumer<URI> open) {
        section = new ReferenceSection("run-requests", "Pull requests", open);
        Present.when(this, false);
        getChildren().add(section.node());
    }

    void show(RequestsCard card) {
        Present.when(this, card.present());
        section.show(card.heading(), card.lines().stream().map(RequestsView::line).toList(), card.words());
    }

    private static ReferenceSection.Line line(RequestsCard.Line request) {
        return new ReferenceSection.Line(
                "request-" + request.reference().substring(1), request.reference(), request.title(),
                request.detail(), request.page(), request.words(), "Open " + request.words());
    }
}
