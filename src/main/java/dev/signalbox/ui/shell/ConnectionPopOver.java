package dev.signalbox.ui.shell;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Chip;
import dev.signalbox.ui.widget.Dot;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a chip stands for, in full and beside it: how fresh, what is left, what is wrong and what to do. Closed by Esc,
/// by a press beside it, or by the chip itself; moves on with the clock while it is open.
final class ConnectionPopOver {

    private static final double WIDTH = 380;

    private final Runnable refresh;
    private final BiConsumer<ConnectionId, String> trust;
    private @Nullable PopOver open;
    private VBox cards = new VBox();
    private String hangsOn = "";
    private List<ConnectionCard> shown = List.of();

    /// @param refresh reads everything again
    /// @param trust takes a cluster for the one that is meant, though it has changed; told what was shown of it
    ConnectionPopOver(Runnable refresh, BiConsumer<ConnectionId, String> trust) {
        this.refresh = refresh;
        this.trust = trust;
    }

    /// Opens it at the chip, or closes it when it hangs there already.
    void toggle(Chip chip, ConnectionRow row) {
        boolean here = isShowing() && row.id().equals(hangsOn);
        hide();
        if (!here) {
            hangsOn = row.id();
            show(chip, row.cards());
        }
    }

    /// Follows the state while it is open; a chip that is gone takes it along.
    void follow(List<ConnectionRow> rows) {
        if (isShowing()) {
            rows.stream().filter(row -> row.id().equals(hangsOn)).findFirst()
                    .ifPresentOrElse(row -> fill(row.cards()), this::hide);
        }
    }

    private boolean isShowing() {
        return open != null && open.isShowing();
    }

    private void hide() {
        if (open != null) {
            open.hide();
        }
    }

    /// A new one each time: one that was shown before keeps the colours of the theme that was on then.
    private void show(Chip chip, List<ConnectionCard> wanted) {
        cards = new VBox(14);
        shown = List.of();
        fill(wanted);
        PopOver over = new PopOver();
        Button again = Buttons.of("connection-again", Feather.REFRESH_CW, "Read everything again", refresh, "small");
        Button close = Buttons.of("connection-close", "Close", over::hide, "small", "quiet");
        HBox foot = new HBox(8, again, Texts.gap(), close);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(14, cards, foot);
        content.setId("connection-details");
        content.getStyleClass().add("sb-popover");
        content.setPrefWidth(WIDTH);
        // Its own sheet is white in every theme and would win over ours.
        over.getRoot().getStylesheets().clear();
        over.setContentNode(content);
        over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        over.setDetachable(false);
        over.setAnimated(false);
        over.setCornerRadius(8);
        over.setAutoHide(true);
        over.setHideOnEscape(true);
        open = over;
        over.show(chip);
        again.requestFocus();
    }

    private void fill(List<ConnectionCard> wanted) {
        if (!wanted.equals(shown)) {
            shown = wanted;
            cards.getChildren().setAll(wanted.stream().map(this::card).toList());
        }
    }

    private VBox card(ConnectionCard card) {
        Label standing = Texts.sub(card.standing());
        HBox head = new HBox(8, new Dot(card.tone()), Texts.strong(card.name()), Texts.gap(), standing);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane facts = new GridPane();
        facts.setHgap(12);
        facts.setVgap(3);
        for (int row = 0; row < card.facts().size(); row++) {
            Label name = Texts.sub(card.facts().get(row).name());
            name.setMinWidth(92);
            facts.addRow(row, name, Texts.wrapped(card.facts().get(row).value()));
        }
        ProblemLine problem = new ProblemLine("connection-problem");
        problem.show(card.problem(), card.tone() == Tone.BAD ? Mark.BAD : Mark.WARNING);
        VBox box = new VBox(6, head, facts, problem);
        if (!card.advice().isEmpty()) {
            box.getChildren().add(Texts.wrapped(card.advice(), "sb-sub"));
        }
        for (String said : card.remarks()) {
            ProblemLine remark = new ProblemLine("connection-remark");
            remark.show(said, Mark.WARNING);
            box.getChildren().add(remark);
        }
        if (!card.doubt().isEmpty()) {
            ProblemLine doubt = new ProblemLine("connection-doubt");
            doubt.show(card.doubt().why(), Mark.ALERT);
            Button yes = Buttons.of(
                    "connection-trust", "Trust this cluster from now on",
                    () -> trust.accept(card.id(), card.doubt().seen()), "small", "soft-danger");
            yes.setAccessibleHelp(card.doubt().why() + " " + ConnectionCards.seen(card));
            Label seen = Texts.wrapped(ConnectionCards.seen(card), "sb-sub");
            seen.setId("connection-seen");
            box.getChildren().addAll(
                    doubt, seen,
                    Texts.wrapped("Nothing there can be changed until somebody says that this is right.", "sb-sub"),
                    yes);
        }
        box.setAccessibleText(ConnectionCards.words(card));
        box.setFocusTraversable(false);
        return box;
    }
}
