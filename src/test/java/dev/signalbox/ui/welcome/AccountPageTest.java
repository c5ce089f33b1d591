package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page's way by a program.
class AccountPageTest {

    private final FakeDesk desk = new FakeDesk();
    private final AccountViewModel model =
            new AccountViewModel(desk, new Asking(Runnable::run, Runnable::run), List::of, (account, sheet) -> {});

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private static List<String> words(Node page) {
        return page.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> Objects.requireNonNullElse(((Labeled) label).getText(), ""))
                .toList();
    }

    @Test
    void theCommandIsShownAsItWillBeRunAndItsFieldStays() {
        Fx.act(() -> {
            AccountPage page = new AccountPage(model);
            model.byProperty().set(AccountViewModel.By.PROGRAM);
            TextField command = (TextField) page.node().lookup("#account-command");
            Pane around = (Pane) command.getParent().getParent();
            List<Node> before = List.copyOf(around.getChildren());
            assertThat(words(page.node())).contains(
                    "Nothing is run before you go on. That runs exactly this and keeps what it prints in the vault:",
                    "gh auth token --hostname github.com");

            command.setText("op read  \"Work items\"");
            assertThat(words(page.node())).contains("op read 'Work items'");
            assertThat(page.forwardWords().getValue()).isEqualTo("Run op");
            assertThat(around.getChildren()).as("nobody loses the place where they type").isEqualTo(before);

            command.setText("op 'read");
            assertThat(words(page.node())).contains("Nothing can be run as it stands.");
            assertThat(page.node().lookup("#account-program").isVisible()).isFalse();
        });
    }

    @Test
    void aLongNameDoesNotFillTheButton() {
        Fx.act(() -> {
            AccountPage page = new AccountPage(model);
            model.byProperty().set(AccountViewModel.By.PROGRAM);
            model.programs().commandProperty().set("x".repeat(200) + " show");
            assertThat(page.forwardWords().getValue()).hasSizeLessThan(40).startsWith("Run xxx");
        });
    }

    @Test
    void withoutAToolTheWayIsStillThere() {
        desk.program = Optional.empty();
        model.hostProperty().set("git.example.com");
        Fx.act(() -> {
            AccountPage page = new AccountPage(model);
            model.byProperty().set(AccountViewModel.By.PROGRAM);
            assertThat(words(page.node()))
                    .contains("Neither gh nor glab, whichever fits this server, was found on this machine.");
            assertThat(page.node().lookup("#account-command")).isNotNull();
        });
    }
}
