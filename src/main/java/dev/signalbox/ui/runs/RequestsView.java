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

/// Pull requests or merge requests that the run's commit came with; a click opens one in the browser. Takes no room when
/// there are none.
final class RequestsView extends StackPane {

    private final Consumer<URI> open;
    private final VBox lines = new VBox(3);
    private final Label words = Texts.wrapped("", "sb-sub");
    private final FoldSection section = new FoldSection("run-requests", "Pull requests", lines, words);
    private List<RequestsCard.Line> shown = List.of();

    RequestsView(Consumer<URI> open) {
        this.open = open;
        words.setId("run-requests-words");
        present(false);
        getChildren().add(section);
    }

    void show(RequestsCard card) {
        present(card.present());
        section.title(card.heading());
        words.setText(card.words());
        words.setVisible(!card.words().isEmpty());
        words.setManaged(!card.words().isEmpty());
        if (!card.lines().equals(shown)) {
            shown = card.lines();
            lines.getChildren().setAll(shown.stream().map(this::line).toList());
        }
    }

    private void present(boolean isPresent) {
        setVisible(isPresent);
        setManaged(isPresent);
    }

    private HBox line(RequestsCard.Line request) {
        Label title = Texts.plain(request.title());
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(request.title()));
        Label detail = Texts.sub(request.detail());
        detail.setMinWidth(0);
        VBox both = new VBox(title, detail);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox line = new HBox(8, reference(request), both);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("run-commit");
        line.setAccessibleText(request.words());
        return line;
    }

    private Labeled reference(RequestsCard.Line request) {
        URI page = request.page();
        if (page == null) {
            Label plain = Texts.mono(request.reference());
            plain.getStyleClass().add("run-commit-sha");
            return plain;
        }
        Hyperlink link = new Hyperlink(request.reference());
        link.setId("request-" + request.reference().substring(1));
        link.getStyleClass().addAll("sb-mono", "run-commit-link", "run-commit-sha");
        link.setAccessibleText("Open " + request.words());
        link.setOnAction(click -> open.accept(page));
        return link;
    }
}
