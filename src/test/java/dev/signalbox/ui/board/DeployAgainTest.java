package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeployAgainTest {

    private static final RepositoryId WEB = Examples.CHECKOUT;
    private static final ServiceSpec SERVICE =
            new ServiceSpec("checkout", "Shop", WEB, null, null, List.of(), false);

    private ConsoleState state = ConsoleState.EMPTY;

    @Test
    void offersWhatWentWellBeforeWithItsJob() {
        deployed(one(9, "c9", Deployment.State.SUCCESS, 19L), one(8, "c8", Deployment.State.INACTIVE, 18L));
        assertThat(offers("production")).singleElement().satisfies(offer -> {
            assertThat(offer.id()).isEqualTo("deploy-again-8");
            assertThat(offer.words()).isEqualTo("Deploy v8.0 again");
            assertThat(offer.enabled()).isTrue();
            assertThat(offer.explanation()).contains("runs its job again");
            assertThat(offer.intent()).isEqualTo(new Intent.Redeploy(
                    WEB, "production", 8, 9, new RunId(WEB, 7), 18, "v8.0", "c8", "deployed again from the board"));
        });
        assertThat(offers("staging")).isEmpty();
    }

    @Test
    void offersNothingThatFailedHasNoJobIsNewerOrTheSame() {
        deployed(
                one(10, "ca", Deployment.State.WAITING, 20L), one(9, "c9", Deployment.State.SUCCESS, 19L),
                one(8, "c8", Deployment.State.FAILURE, 18L), one(7, "c7", Deployment.State.SUCCESS, null),
                one(6, "c9", Deployment.State.SUCCESS, 16L), one(5, "c5", Deployment.State.UNKNOWN, 15L));
        assertThat(offers("production")).isEmpty();
    }

    @Test
    void offersTheNewestTwoOfDifferentCommits() {
        deployed(
                one(9, "c9", Deployment.State.SUCCESS, 19L), one(8, "c8", Deployment.State.SUCCESS, 18L),
                one(7, "c8", Deployment.State.SUCCESS, 17L), one(6, "c6", Deployment.State.SUCCESS, 16L),
                one(5, "c5", Deployment.State.SUCCESS, 15L));
        assertThat(offers("production")).extracting(DrawerRow.Offer::id)
                .containsExactly("deploy-again-8", "deploy-again-6");
    }

    @Test
    void whatWasCancelledIsNoWayBack() {
        deployed(one(9, "c9", Deployment.State.SUCCESS, 19L), one(8, "c8", Deployment.State.CANCELLED, 18L),
                one(7, "c7", Deployment.State.SUCCESS, 17L));
        assertThat(offers("production")).extracting(DrawerRow.Offer::id).containsExactly("deploy-again-7");
    }

    @Test
    void saysWhyTheProviderCannot() {
        deployed(one(9, "c9", Deployment.State.SUCCESS, 19L), one(8, "c8", Deployment.State.SUCCESS, 18L));
        state = new Reducer().apply(state, List.of(new Change.AbilitiesRead(
                WEB.connection(), new CiCapabilities(Map.of(CiAbility.REDEPLOY, "It only reads."), false, Set.of()))));
        assertThat(offers("production")).singleElement().satisfies(offer -> {
            assertThat(offer.enabled()).isFalse();
            assertThat(offer.explanation()).isEqualTo("It only reads.");
        });
    }

    @Test
    void saysWhatIsTooOldToRunAgainWhereRunningAgainMakesAnAttempt() {
        Deployment old = one(8, "c8", Deployment.State.SUCCESS, 18L);
        deployed(one(9, "c9", Deployment.State.SUCCESS, 19L), old);
        Instant month = Examples.NOON.plus(Duration.ofDays(30));
        assertThat(DeployAgain.of(SERVICE, "production", state, month)).singleElement()
                .satisfies(offer -> assertThat(offer.enabled()).isTrue());
        assertThat(DeployAgain.of(SERVICE, "production", state, month.plusSeconds(1))).singleElement()
                .satisfies(offer -> {
                    assertThat(offer.enabled()).isFalse();
                    assertThat(offer.explanation()).isEqualTo("It is older than 30 days.");
                });
        state = new Reducer().apply(state, List.of(new Change.AbilitiesRead(
                WEB.connection(), new CiCapabilities(Map.of(), false, Set.of()))));
        assertThat(DeployAgain.of(SERVICE, "production", state, month.plusSeconds(1))).singleElement()
                .satisfies(offer -> assertThat(offer.enabled()).isTrue());
    }

    @Test
    void offersNothingWhereNothingRuns() {
        deployed(one(8, "c8", Deployment.State.INACTIVE, 18L));
        assertThat(offers("production")).isEmpty();
        assertThat(DeployAgain.of(
                new ServiceSpec("x", "Shop", null, null, null, List.of(), false), "production", state, Examples.NOON))
                .isEmpty();
    }

    private List<DrawerRow.Offer> offers(String environment) {
        return DeployAgain.of(SERVICE, environment, state, Examples.NOON);
    }

    private void deployed(Deployment... newestFirst) {
        state = new Reducer().apply(state, List.of(new Change.DeploymentsRead(
                WEB, new Answer.Good<>(List.of(newestFirst), Examples.NOON))));
    }

    private static Deployment one(long number, String sha, Deployment.State how, @Nullable Long job) {
        return new Deployment(
                WEB, number, "production", sha, "v" + number + ".0", "ada", how, Examples.NOON, 7L, null, job);
    }
}
