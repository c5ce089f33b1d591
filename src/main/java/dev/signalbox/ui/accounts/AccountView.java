package dev.signalbox.ui.accounts;

import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.Checked;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Confirmation;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One account: how it stands, what it may do when somebody asks, signing in again, and its removal.
final class AccountView extends VBox {

    private final ConnectionDesk desk;
    private final AccountLine account;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String id;
    private final StandingLine standing;
    private final VBox sheet = new VBox();
    private final Confirmation confirmation;
    private final Button check;

    AccountView(ConnectionDesk desk, AccountLine account, String id, InstantSource clock, ZoneId zone) {
        super(8);
        this.desk = desk;
        this.account = account;
        this.clock = clock;
        this.zone = zone;
        this.id = id;
        String name = ConnectionWords.safe(account.id().name());
        standing = new StandingLine(desk, account.id(), id);
        confirmation = new Confirmation(id + "-confirm");
        check = Buttons.of(id + "-check", "Show what it may do", this::check);
        check.setAccessibleText("Show what " + name + " may do");
        SignInAgain again = new SignInAgain(desk, account.id(), id);
        FlowPane buttons = new FlowPane(8, 4, check, again.button());
        if (desk.fixed().isEmpty()) {
            Button remove = Buttons.of(id + "-remove", "Remove", () -> {}, "soft-danger");
            remove.setAccessibleText("Remove " + name);
            remove.setOnAction(press -> confirmation.ask(
                    "Remove " + name + "? " + ConnectionWords.safe(account.removal()) + " What was read over it is no"
                            + " longer shown. The console starts again without it.",
                    "Remove " + name, true, () -> desk.remove(account.id(), standing::fail), remove::requestFocus));
            buttons.getChildren().add(remove);
        }
        setAccessibleText(name);
        getChildren().addAll(standing, buttons, again, confirmation, sheet);
    }

    private void check() {
        check.setDisable(true);
        check.setText("Asking…");
        desk.check(account.id(), this::checked);
    }

    private void checked(Checked answer) {
        check.setDisable(false);
        check.setText("Ask again what it may do");
        switch (answer) {
            case Checked.Sheet(var told) -> {
                standing.fail("");
                sheet.getChildren().setAll(new AbilityGrid(id + "-sheet", told, clock.instant(), zone));
            }
            case Checked.Problem(var why) -> {
                sheet.getChildren().clear();
                standing.fail(why.detail());
            }
        }
    }
}
