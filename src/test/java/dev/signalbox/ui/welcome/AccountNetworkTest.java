package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way to the server of an account, for somebody behind a company's proxy.
class AccountNetworkTest {

    private final FakeDesk desk = new FakeDesk();
    private final List<Chosen.Account> accounts = new ArrayList<>();
    private final Asking asking = new Asking(Runnable::run, Runnable::run);
    private final AccountViewModel model =
            new AccountViewModel(desk, asking, List::of, (account, sheet) -> accounts.add(account));

    @Test
    void theWayThroughACompanyArrivesWithTheServer() {
        Path file = Path.of("company.pem").toAbsolutePath();
        model.proxyProperty().set(" proxy.example.com:3128 ");
        model.authorityProperty().set("company.pem");
        model.tokenProperty().set(FakeDesk.GOOD);
        model.forward();

        Chosen.Account account = accounts.getFirst();
        Host host = account.host();
        assertThat(host).isEqualTo(new Host(
                Connection.Kind.GITHUB, "https://github.com", "http://proxy.example.com:3128", file));
        model.clear();
        assertThat(model.proxyProperty().get()).isEmpty();
        assertThat(model.authorityProperty().get()).isEmpty();
        assertThat(model.networkFoldedProperty().get()).isTrue();
        model.show(account);
        assertThat(model.proxyProperty().get()).as("whoever goes back").isEqualTo("http://proxy.example.com:3128");
        assertThat(model.authorityProperty().get()).isEqualTo(file.toString());
        assertThat(model.networkFoldedProperty().get()).isFalse();
    }

    @Test
    void aServerThatDoesNotAnswerHasTheWayToItShown() {
        for (AccountViewModel.By way : List.of(AccountViewModel.By.PASTE, AccountViewModel.By.BROWSER)) {
            model.clear();
            model.byProperty().set(way);
            model.clientIdProperty().set("Iv1.x");
            model.tokenProperty().set(FakeDesk.GOOD);
            desk.trouble = new SetupDesk.Trouble("The server does not accept this token.");
            model.forward();
            assertThat(model.networkFoldedProperty().get()).isTrue();

            model.tokenProperty().set(FakeDesk.GOOD);
            desk.trouble = new SetupDesk.NoAnswer("It cannot be reached.");
            model.forward();
            assertThat(model.networkFoldedProperty().get()).as("by %s", way).isFalse();
            assertThat(asking.problem().get()).isEqualTo("It cannot be reached.");
        }
    }

    @Test
    void aFileThatCannotBeOneIsSaidBeforeAnythingIsSent() {
        model.authorityProperty().set("a\0b");
        model.tokenProperty().set(FakeDesk.GOOD);
        model.hostProperty().set("git.example.com");
        model.forward();

        assertThat(asking.problem().get()).isEqualTo("This cannot be a file: a‹NUL›b");
        assertThat(desk.asked).isEmpty();
    }
}
