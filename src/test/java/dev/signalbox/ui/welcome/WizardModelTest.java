package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class WizardModelTest {

    private static final RepositoryId CHECKOUT = new RepositoryId(FakeDesk.GITHUB, "acme", "checkout");

    private final WizardModel model = new WizardModel(Step.ACCOUNT, List.of());

    @Test
    void goesOnStepByStepAndBackToTheFirstPage() {
        assertThat(model.step().get()).isNull();
        model.begin();
        assertThat(model.step().get()).isEqualTo(Step.ACCOUNT);
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        assertThat(model.step().get()).isEqualTo(Step.ABILITIES);
        for (Step step : List.of(Step.REPOSITORIES, Step.CLUSTERS, Step.BOARD, Step.DONE)) {
            model.next();
            assertThat(model.step().get()).isEqualTo(step);
        }
        for (Step step : List.of(Step.BOARD, Step.CLUSTERS, Step.REPOSITORIES, Step.ABILITIES, Step.ACCOUNT)) {
            model.back();
            assertThat(model.step().get()).isEqualTo(step);
        }
        model.back();
        assertThat(model.step().get()).isNull();
    }

    @Test
    void keepsEveryAccountWithWhatWasChosenOfIt() {
        model.begin();
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        model.next();
        model.choose(List.of(CHECKOUT));
        model.another();

        assertThat(model.step().get()).isEqualTo(Step.ACCOUNT);
        assertThat(model.taken()).containsExactly(FakeDesk.GITHUB);
        assertThat(model.sheet().get()).isNull();
        assertThat(model.chosen().accounts()).containsExactly(FakeDesk.account().with(List.of(CHECKOUT)));
    }

    @Test
    void anAccountThatWasOnlyBegunIsLeftByGoingBack() {
        model.begin();
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        model.next();
        model.choose(List.of(CHECKOUT));
        model.another();

        model.back();

        assertThat(model.step().get()).isEqualTo(Step.REPOSITORIES);
        assertThat(model.current()).isEqualTo(FakeDesk.account().with(List.of(CHECKOUT)));
        assertThat(model.taken()).isEmpty();
    }

    @Test
    void theFirstAccountIsReachedAgainFromASecondOneThatWasSignedIn() {
        Chosen.Account second = FakeDesk.account(new ConnectionId("GitHub 2"));
        model.begin();
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        model.next();
        model.choose(List.of(CHECKOUT));
        model.another();
        model.signedIn(second, FakeDesk.sheet(Told.NO));
        model.back();
        assertThat(model.step().get()).isEqualTo(Step.ACCOUNT);

        model.back();

        assertThat(model.step().get()).isEqualTo(Step.REPOSITORIES);
        assertThat(model.chosen().accounts()).as("the second one was dropped")
                .containsExactly(FakeDesk.account().with(List.of(CHECKOUT)));
        assertThat(model.sheet().get()).as("what its own token may do").isEqualTo(FakeDesk.sheet(Told.YES));
        model.go(Step.ACCOUNT);
        model.back();
        assertThat(model.step().get()).as("nothing is kept beside it").isNull();
    }

    @Test
    void theTrailLeadsBackOnly() {
        model.begin();
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        model.next();

        assertThat(model.isBehind(Step.ACCOUNT)).isTrue();
        assertThat(model.isBehind(Step.REPOSITORIES)).isFalse();
        model.go(Step.BOARD);
        assertThat(model.step().get()).isEqualTo(Step.REPOSITORIES);
        model.go(Step.ACCOUNT);
        assertThat(model.step().get()).isEqualTo(Step.ACCOUNT);
    }

    @Test
    void whoOnlyAddsAClusterBeginsThereAndLeavesFromThere() {
        WizardModel adding = new WizardModel(Step.CLUSTERS, List.of(FakeDesk.GITHUB));
        adding.begin();
        assertThat(adding.step().get()).isEqualTo(Step.CLUSTERS);
        assertThat(adding.taken()).containsExactly(FakeDesk.GITHUB);
        adding.next();
        assertThat(adding.isBehind(Step.CLUSTERS)).isTrue();
        assertThat(adding.isBehind(Step.REPOSITORIES)).as("what comes before the beginning").isFalse();
        adding.back();
        adding.back();
        assertThat(adding.step().get()).isNull();
        assertThat(adding.chosen().accounts()).isEmpty();
    }

    @Test
    void signingInAnewTakesThePlaceOfTheAccountThatIsBeingAdded() {
        model.begin();
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.YES));
        model.go(Step.ACCOUNT);
        model.signedIn(FakeDesk.account(), FakeDesk.sheet(Told.NO));
        assertThat(model.chosen().accounts()).hasSize(1);
    }
}
