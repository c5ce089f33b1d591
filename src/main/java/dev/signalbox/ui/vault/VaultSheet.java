package dev.signalbox.ui.vault;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.vault.VaultCard.Press;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Layer;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Sheet;
import dev.signalbox.ui.widget.Texts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The vault over the window. It opens by itself when a person is asked for something, and only then.
public final class VaultSheet implements Layer, PaletteSource {

    private static final int SHORTEST = 10;

    private final VaultAnswers answers;
    private final BooleanProperty open;
    private final Sheet node = new Sheet("vault-sheet", "Vault", 640);
    private final Pill pill = new Pill();
    private final Label words = Texts.wrapped("");
    private final Label advice = Texts.wrapped("", "sb-sub");
    private final Label waiting = Texts.wrapped("", "sb-sub");
    private final ProblemLine notice = new ProblemLine("vault-notice");
    private final ProblemLine refused = new ProblemLine("vault-refused");
    private final Label label = Texts.strong("");
    private final PasswordField first = new PasswordField();
    private final Label againLabel = Texts.strong("The same again");
    private final PasswordField second = new PasswordField();
    private final Button close;
    private final Map<Press, Button> buttons = new EnumMap<>(Press.class);
    private @Nullable VaultCard card;
    private long asked;

    /// @param open whether it lies over the window
    public VaultSheet(VaultAnswers answers, BooleanProperty open) {
        this.answers = answers;
        this.open = open;
        close = Buttons.of("vault-close", "Close", this::dismiss);
        buttons.put(Press.GIVE, Buttons.of("vault-give", "Unlock", this::give, "primary"));
        buttons.put(Press.CANCEL, Buttons.of("vault-cancel", "Cancel", this::cancel));
        buttons.put(Press.AGAIN, Buttons.of("vault-again", Feather.REFRESH_CW, "Try again", answers::again, "primary"));
        buttons.put(Press.LOCK, Buttons.of("vault-lock", Feather.LOCK, "Lock now", answers::lock));
        buttons.put(Press.PASSPHRASE, Buttons.of("vault-passphrase", "Choose a passphrase…", answers::usePassphrase));
        buttons.put(Press.KEY_RING, Buttons.of("vault-ring", "Use the key ring…", answers::useKeyRing));
        layOut();
        show(VaultRows.of(VaultStanding.UNUSED));
    }

    private void layOut() {
        field(first, "vault-typed");
        field(second, "vault-typed-again");
        second.setAccessibleText("The same passphrase again");
        VBox body = new VBox(8, words, waiting, notice, refused, label, first, againLabel, second, advice);
        node.heading(Texts.title("Vault"), Texts.gap(), pill).body(body).foot(Sheet.buttons(
                button(Press.LOCK), button(Press.PASSPHRASE), button(Press.KEY_RING), Texts.gap(), close,
                button(Press.CANCEL), button(Press.AGAIN), button(Press.GIVE)));
    }

    private Button button(Press press) {
        return Objects.requireNonNull(buttons.get(press));
    }

    private void field(PasswordField field, String id) {
        field.setId(id);
        field.setOnAction(e -> give());
        field.textProperty().addListener((property, before, now) -> judge());
    }

    /// Takes the newest state; on the screen's thread.
    public void show(ConsoleState state, Instant now) {
        VaultCard next = VaultRows.of(state.vault());
        if (!next.equals(card)) {
            show(next);
        }
    }

    private void show(VaultCard next) {
        card = next;
        pill.show(next.pill(), next.mark());
        words.setText(next.words());
        waiting.setText(next.waiting());
        Present.when(waiting, !next.waiting().isEmpty());
        notice.show(next.notice(), Mark.WARNING);
        Question question = next.question();
        refused.show(question == null ? "" : question.refused().isEmpty() ? "" : next.advice(), Mark.BAD);
        advice.setText(next.advice());
        Present.when(advice, !next.advice().isEmpty() && !refused.isVisible());
        boolean chosen = question != null && question.wanted() == Wanted.NEW_PASSPHRASE;
        label.setText(next.label());
        first.setAccessibleText(next.label());
        Present.when(label, question != null);
        Present.when(first, question != null);
        Present.when(againLabel, chosen);
        Present.when(second, chosen);
        buttons.forEach((press, button) -> Present.when(button, next.buttons().contains(press)));
        Present.when(close, question == null);
        Button cancel = button(Press.CANCEL);
        cancel.setText(question == null ? "Stop waiting" : "Cancel");
        cancel.setAccessibleText(cancel.getText());
        if (question != null && question.number() != asked) {
            asked = question.number();
            wipe();
            Button give = give(question.wanted());
            give.setAccessibleText(give.getText());
            open.set(true);
            takeFocus();
        } else if (question == null && asked != 0) {
            // Whoever was asked has answered: the sheet goes as it came, unless something is wrong.
            asked = 0;
            wipe();
            open.set(open.get() && (next.mark() == Mark.WARNING || next.mark() == Mark.BAD));
        }
        judge();
    }

    private Button give(Wanted wanted) {
        Button give = button(Press.GIVE);
        give.setText(switch (wanted) {
            case PASSPHRASE -> "Unlock";
            case NEW_PASSPHRASE -> "Use this passphrase";
            case TOKEN -> "Use this token";
        });
        return give;
    }

    private void judge() {
        Button give = button(Press.GIVE);
        give.setDisable(!isAnswer());
    }

    private boolean isAnswer() {
        Question question = card == null ? null : card.question();
        if (question == null || first.getText().isEmpty()) {
            return false;
        }
        return question.wanted() != Wanted.NEW_PASSPHRASE
                || (first.getText().length() >= SHORTEST && first.getText().equals(second.getText()));
    }

    private void give() {
        Question question = card == null ? null : card.question();
        if (question != null && isAnswer()) {
            answers.give(question.number(), first.getText().toCharArray());
            wipe();
        }
    }

    private void cancel() {
        answers.cancel();
        wipe();
        open.set(false);
    }

    private void wipe() {
        first.clear();
        second.clear();
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return List.of(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "Vault", "Tokens on this machine: " + VaultRows.of(state.vault()).pill(),
                () -> open.set(true)));
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return open;
    }

    /// Away with the sheet; who is asked has given no answer.
    @Override
    public void dismiss() {
        if (card != null && card.question() != null) {
            cancel();
        } else {
            open.set(false);
        }
    }

    @Override
    public void takeFocus() {
        if (first.isVisible()) {
            first.requestFocus();
        } else {
            close.requestFocus();
        }
    }
}
