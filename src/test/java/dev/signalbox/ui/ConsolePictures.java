package dev.signalbox.ui;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleProposals;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Draws the window in many situations into the folder named by the argument, to be looked at.
public final class ConsolePictures {

    private ConsolePictures() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Fx.start();
        Plan plan = SampleActions.rollBack("p10");
        Intent intent = plan.intent();
        DraftId draft = new DraftId("draft-2");
        for (Theme theme : Theme.values()) {
            draw(folder, theme, "approvals", 1440, 900, () -> approvals(false));
            draw(folder, theme, "activity", 1440, 900, () -> at("activity", SampleStates.rich()));
            draw(folder, theme, "sheet", 1440, 900, () -> sheet(
                    intent, SampleStates.full().draft(new Draft.Ready(draft, intent, plan)).state()));
            for (int width : new int[] {1000, 1440}) {
                draw(folder, theme, "activity-request-" + width, width, 900, () -> proposed("activity"));
                draw(folder, theme, "sheet-request-" + width, width, 900, () -> proposed("board"));
            }
            draw(folder, theme, "palette", 1440, 900, () -> press(approvals(true), KeyCode.K));
        }
        draw(folder, Theme.DARK, "approvals-narrow", 1000, 700, () -> approvals(true));
        draw(folder, Theme.DARK, "activity-narrow", 1000, 700, () -> at("activity", troubled()));
        draw(folder, Theme.DARK, "sheet-refused", 1000, 700, () -> sheet(
                intent, SampleStates.full().draft(new Draft.Refused(
                        draft, intent, "checkout is looked after by Argo CD (application shop).",
                        "Revert the commit in its Git repository; Argo CD would undo a change made here.")).state()));
        draw(folder, Theme.DARK, "sheet-preparing", 1000, 700, () -> sheet(intent, SampleStates.rich()));
        for (String action : new String[] {"p1", "p2", "p3", "p4", "p5"}) {
            ConsoleState state = SampleStates.full()
                    .draft(new Draft.Confirmed(draft, intent, new dev.signalbox.domain.plan.PlanId(action)))
                    .state();
            draw(folder, Theme.DARK, "sheet-" + action, 1000, 700, () -> sheet(intent, state));
        }
        draw(folder, Theme.DARK, "keys", 1000, 700, () -> {
            ConsoleFixture it = fixture(true);
            it.shell.root().fireEvent(new KeyEvent(
                    KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false));
            return it.shell.root();
        });
        popups(folder);
        System.exit(0);
    }

    /// Menus lie in windows of their own, which a picture of the scene does not hold.
    private static void popups(Path folder) {
        Stage stage = Fx.show(() -> approvals(true), 1_000, 700);
        for (String id : new String[] {"#incidents", "#chip-account"}) {
            Fx.act(() -> {
                if (stage.getScene().lookup(id) instanceof ButtonBase button) {
                    button.fire();
                }
                if (stage.getScene().lookup(id) instanceof MenuButton menu) {
                    menu.show();
                }
            });
            Fx.run(() -> {
                for (Window window : List.copyOf(Window.getWindows())) {
                    if (window instanceof PopupWindow popup) {
                        Snapshots.write(popup.getScene(), folder.resolve("popup-" + id.substring(1) + ".png"));
                        popup.hide();
                    }
                }
                return true;
            });
        }
    }

    private static ConsoleState troubled() {
        Connection gitHub = Connection.fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://api.github.com")
                .live(SampleStates.NOW.minusSeconds(400))
                .troubled(new RemoteProblem.Unauthorized("Bad credentials"), null);
        return SampleStates.full()
                .connection(gitHub)
                .journalProblem("the disk is full (/home/ada/.local/share/signalbox/journal.db)")
                .state();
    }

    private static ConsoleFixture fixture(boolean practising) {
        return new ConsoleFixture(practising).show(ConsoleFixture.withPreparedApproval().state());
    }

    private static Parent approvals(boolean practising) {
        return fixture(practising).shell.root();
    }

    private static Parent at(String screen, ConsoleState state) {
        ConsoleFixture it = new ConsoleFixture(true).show(state);
        it.model.go(new Place.AtScreen(screen));
        return it.shell.root();
    }

    /// A change of the team file whose request is open: on the sheet, or in the journal.
    private static Parent proposed(String screen) {
        ActionRecord action = SampleProposals.done(12, "https://ci.example/12");
        DraftId draft = new DraftId("draft-2");
        ConsoleState state = SampleStates.full()
                .action(action)
                .draft(new Draft.Confirmed(draft, action.plan().intent(), action.plan().id()))
                .state();
        if (!screen.equals("activity")) {
            return sheet(action.plan().intent(), state);
        }
        ConsoleFixture it = new ConsoleFixture(true).show(state);
        it.model.go(new Place.AtAction(action.plan().id()));
        return it.shell.root();
    }

    private static Parent sheet(Intent intent, ConsoleState state) {
        ConsoleFixture it = fixture(false);
        it.sheet.propose(intent);
        it.show(state);
        return it.shell.root();
    }

    private static Parent press(Parent root, KeyCode code) {
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
        return root;
    }

    private static void draw(
            Path folder, Theme theme, String name, double width, double height, Supplier<Parent> root) {
        Path file = folder.resolve(name + (theme == Theme.LIGHT ? "-light" : "") + ".png");
        Fx.picture(root, theme, width, height, file);
    }
}
