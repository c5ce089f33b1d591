package dev.signalbox.ui.accounts;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.accounts.ConnectionDesk.SigningIn;
import dev.signalbox.ui.widget.BrowserCode;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Signs in to an account again, where it stands: the code while one is to be typed, and then what came of it. Takes no
/// room before somebody wants that.
final class SignInAgain extends VBox {

    private final ConnectionDesk desk;
    private final ConnectionId account;
    private final String id;
    private final Button begin;
    private final ProblemLine problem;

    /// Steps of an attempt that was given up are not shown any more.
    private int attempt;
    private Runnable stop = () -> {};

    /// @param id with what the ids of its parts begin
    SignInAgain(ConnectionDesk desk, ConnectionId account, String id) {
        super(8);
        this.desk = desk;
        this.account = account;
        this.id = id;
        problem = new ProblemLine(id + "-sign-in-problem");
        begin = Buttons.of(id + "-sign-in", "Sign in again", this::begin);
        begin.setAccessibleText("Sign in to " + ConnectionWords.safe(account.name()) + " again");
        setId(id + "-signing-in");
        sceneProperty().subscribe(scene -> Present.when(begin, desk.canSignIn(account)));
        over();
    }

    /// The button that begins it; it stands with the others of the account.
    Button button() {
        return begin;
    }

    private void begin() {
        int mine = ++attempt;
        begin.setDisable(true);
        problem.show("", Mark.WARNING);
        Present.when(this, true);
        getChildren().setAll(Texts.wrapped("Asking the server for a code…", "sb-muted"), giveUp());
        stop = desk.signIn(account, step -> hear(mine, step));
    }

    private Button giveUp() {
        return Buttons.of(id + "-give-up", "Give up", () -> {
            attempt++;
            stop.run();
            over();
            begin.requestFocus();
        });
    }

    private void hear(int of, SigningIn step) {
        if (of != attempt) {
            return;
        }
        switch (step) {
            case SigningIn.Typing(var code) -> {
                BrowserCode shown = new BrowserCode(id, code, desk::open);
                shown.beside(giveUp());
                getChildren().setAll(shown);
                shown.focus();
            }
            case SigningIn.Done done -> {
                over();
                Present.when(this, true);
                getChildren()
                        .setAll(Texts.wrapped("Signed in. It is read with the new token from now on.", "sb-muted"));
                begin.requestFocus();
            }
            case SigningIn.Failed(String why) -> {
                over();
                Present.when(this, true);
                getChildren().setAll(problem);
                problem.show(why, Mark.WARNING);
                begin.requestFocus();
            }
        }
    }

    private void over() {
        begin.setDisable(false);
        getChildren().clear();
        Present.when(this, false);
    }
}
