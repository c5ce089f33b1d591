package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The client ID that somebody need not type.
class AccountClientIdTest {

    private final FakeDesk desk = new FakeDesk();

    @Test
    void theOneThatIsKnownForTheServerStandsThere() {
        desk.clientIds.put("https://github.com", "Iv1.x");
        desk.clientIds.put("https://git.example.com", "abc-1");
        AccountViewModel model = model();
        assertThat(model.clientIdProperty().get()).isEqualTo("Iv1.x");

        model.kindProperty().set(Connection.Kind.GITLAB);
        assertThat(model.clientIdProperty().get()).as("of another server").isEmpty();
        model.hostProperty().set("git.example.com");
        assertThat(model.clientIdProperty().get()).isEqualTo("abc-1");

        model.byProperty().set(AccountViewModel.By.BROWSER);
        model.forward();
        assertThat(desk.asked).first().isEqualTo("sign in at https://git.example.com as abc-1");
    }

    @Test
    void whatSomebodyHasTypedStays() {
        AccountViewModel model = model();
        model.clientIdProperty().set("mine");
        desk.clientIds.put("https://git.example.com", "abc-1");
        model.hostProperty().set("git.example.com");
        assertThat(model.clientIdProperty().get()).isEqualTo("mine");

        model.clear();
        assertThat(model.clientIdProperty().get()).as("a fresh form").isEmpty();
    }

    @Test
    void aFreshFormHasTheOneOfItsServer() {
        AccountViewModel model = model();
        desk.clientIds.put("https://github.com", "Iv1.x");
        model.clear();
        assertThat(model.clientIdProperty().get()).isEqualTo("Iv1.x");
    }

    private AccountViewModel model() {
        return new AccountViewModel(
                desk, new Asking(Runnable::run, Runnable::run), List::of, (account, sheet) -> {});
    }
}
