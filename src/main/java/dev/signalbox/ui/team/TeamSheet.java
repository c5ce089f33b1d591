package dev.signalbox.ui.team;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Sheet;
import dev.signalbox.ui.widget.Texts;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The sheet over the window that shows the team file: what is in force, and what is newer and why it is not. A change that
/// weakens something is answered here.
public final class TeamSheet implements Layer {

    private static final String ASKS = "A yes holds on this machine only, and is written down with your name.";
    private static final String MOVED = "A newer commit has come while you were looking. Look at it before you answer.";

    private final TeamSheetViewModel model;
    private final Sheet node = new Sheet("team-sheet", "Team file", 800);
    private final Pill pill = new Pill();
    private final TeamBody body = new TeamBody();
    private final Label hint = Texts.wrapped("", "sb-sub");
    private final Button edit;
    private final Button close;
    private final Button keep;
    private final Button accept;
    private final Button again;

    /// @param open whether it lies over the window; set by whoever opens it
    /// @param edits opens the editor
    public TeamSheet(TeamAnswers answers, BooleanProperty open, Runnable edits) {
        model = new TeamSheetViewModel(answers, open);
        edit = Buttons.of("team-edit", Feather.EDIT_3, "Edit…", () -> {
            model.dismiss();
            edits.run();
        }, "quiet");
        close = Buttons.of("team-close", "Close", model::dismiss);
        keep = Buttons.of("team-keep", "Keep the old one", model::keepOld);
        accept = Buttons.of("team-accept", "Accept this commit", model::accept, "strong-danger");
        again = Buttons.of("team-again", Feather.REFRESH_CW, "Show the newer one", model::lookAgain, "primary");
        layOut();
        model.cardProperty().addListener((property, before, card) -> show(card));
        model.movedProperty().addListener((property, before, moved) -> show(model.cardProperty().get()));
        show(model.cardProperty().get());
    }

    private void layOut() {
        node.heading(Texts.title("Team file"), Texts.gap(), pill)
                .scrolled("team-scroll", "How the team file stands", body)
                .foot(hint, Sheet.buttons(edit, Texts.gap(), close, keep, again, accept));
    }

    /// Takes the newest state; on the screen's thread.
    public void show(ConsoleState state, Instant now) {
        model.show(state.team(), now);
    }

    private void show(TeamCard card) {
        boolean moved = model.movedProperty().get();
        boolean asks = !card.commit().isEmpty();
        pill.show(card.pill(), card.mark());
        body.show(card);
        hint.setText(moved ? MOVED : asks ? ASKS : "");
        Present.when(hint, moved || asks);
        Present.when(keep, asks && !moved && !card.kept());
        Present.when(accept, asks && !moved);
        Present.when(again, moved);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return model.openProperty();
    }

    @Override
    public void dismiss() {
        model.dismiss();
    }

    /// The way out comes first: nobody should say yes by pressing Enter.
    @Override
    public void takeFocus() {
        close.requestFocus();
    }
}
