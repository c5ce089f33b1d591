package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Extent;
import dev.signalbox.domain.setup.Told;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whether an account is read for the chosen repositories or for everything, also where its list is not there as a whole.
class RepositoriesExtentTest {

    private static final SetupDesk.Trouble DOWN = new SetupDesk.Trouble("The network is down.");
    private static final Chosen.Account OTHER = FakeDesk.account(new ConnectionId("GitHub 2"));

    private final FakeDesk desk = new FakeDesk();
    private final WizardModel wizard = new WizardModel(Step.ACCOUNT, List.of());
    private final RepositoriesViewModel model =
            new RepositoriesViewModel(desk, new Asking(Runnable::run, Runnable::run), wizard);

    @BeforeEach
    void signIn() {
        wizard.begin();
        signIn(FakeDesk.account());
    }

    @Test
    void someStaySomeWhereTheListCannotBeReadAgain() {
        model.begin();
        model.toggle(desk.repositories.getFirst().id());
        model.another();
        wizard.back();
        desk.trouble = DOWN;
        model.begin();
        model.forward();

        assertThat(extent()).isEqualTo(Extent.CHOSEN);
        assertThat(wizard.current().repositories()).containsExactly(desk.repositories.getFirst().id());
    }

    @Test
    void allStayAllWhereTheListCannotBeReadAgainUnlessTheChoiceIsAnotherOne() {
        model.begin();
        model.chooseFound();
        model.another();
        wizard.back();
        desk.trouble = DOWN;
        model.begin();
        model.forward();
        assertThat(extent()).isEqualTo(Extent.EVERYTHING);

        wizard.back();
        model.begin();
        model.toggle(desk.repositories.getFirst().id());
        model.forward();
        assertThat(extent()).isEqualTo(Extent.CHOSEN);
    }

    @Test
    void allOfAPartAreNotEverything() {
        desk.breaksOff = DOWN;
        model.begin();
        assertThat(model.lines().get()).hasSize(1);
        model.chooseFound();
        model.forward();

        assertThat(extent()).isEqualTo(Extent.CHOSEN);
    }

    @Test
    void theListOfAnotherAccountIsNotTakenForTheOneThatWasReadBefore() {
        model.begin();
        desk.breaksOff = DOWN;
        signIn(OTHER);
        model.begin();
        signIn(FakeDesk.account());
        model.begin();
        model.chooseFound();
        model.forward();

        assertThat(extent()).isEqualTo(Extent.CHOSEN);
    }

    @Test
    void whatIsNotThereIsNotEverything() {
        desk.breaksOff = DOWN;
        model.begin();
        model.chooseFound();
        model.another();
        wizard.back();
        desk.breaksOff = null;
        desk.repositories = List.of(FakeDesk.repository("acme", "old-shop", Told.UNKNOWN, true));
        model.begin();
        model.forward();

        assertThat(extent()).isEqualTo(Extent.CHOSEN);
    }

    private void signIn(Chosen.Account account) {
        wizard.signedIn(account, FakeDesk.sheet(Told.YES));
        wizard.next();
    }

    private Extent extent() {
        return wizard.current().extent();
    }
}
