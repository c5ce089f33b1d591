package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleActions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OtherEnvironmentsTest {

    private static final RepositoryId WEB = Examples.CHECKOUT;
    private static final ServiceSpec SERVICE =
            new ServiceSpec("checkout", "Shop", WEB, null, null, List.of(), false);

    private ConsoleState state = after(ConsoleState.EMPTY, new Change.BoardDescribed(
            new BoardSpec(
                    List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("shop", true)),
                    List.of(SERVICE)),
            List.of()));

    @Test
    void holdsWhatHasNoColumnAndIsNotProduction() {
        listed(
                one(1, "staging", "staging", true), one(2, "shop", "production", true),
                one(3, "production/eu", "production", true), one(4, "prod-us", null, true),
                one(5, "review/new-cart", "development", true), one(6, "sandbox", null, true));

        assertThat(rows()).extracting(DrawerRow.EnvironmentRow::name).containsExactly("review/new-cart", "sandbox");
    }

    @Test
    void whereNobodyDescribedColumnsAllThatStaysIsOne() {
        state = after(ConsoleState.EMPTY, new Change.BoardDescribed(BoardSpec.EMPTY, List.of()));
        listed(one(1, "staging", "staging", true), one(5, "review/new-cart", "development", true));

        assertThat(rows()).extracting(DrawerRow.EnvironmentRow::name).containsExactly("review/new-cart");
    }

    @Test
    void offersToStopWhatWasDeployedThereLast() {
        listed(one(5, "review/new-cart", "development", true));
        deployed(deployment(8, "review/new-cart", Deployment.State.FAILURE),
                deployment(7, "review/new-cart", Deployment.State.SUCCESS),
                deployment(6, "review/new-cart", Deployment.State.SUCCESS));

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.words()).isEqualTo("v7.0 by ada, 7 m ago");
            assertThat(row.stop().id()).isEqualTo("stop-environment-5");
            assertThat(row.stop().words()).isEqualTo("Stop review/new-cart");
            assertThat(row.stop().enabled()).isTrue();
            assertThat(row.stop().intent()).isEqualTo(new Intent.StopEnvironment(WEB, 5, "review/new-cart", 7));
        });
    }

    @Test
    void tellsWhereNothingWasDeployed() {
        listed(one(5, "review/new-cart", "development", true));

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.words()).isEqualTo("nothing deployed to it lately");
            assertThat(row.stop().intent()).isEqualTo(new Intent.StopEnvironment(WEB, 5, "review/new-cart", 0));
        });
    }

    @Test
    void saysWhyItCannotBeStopped() {
        listed(one(5, "review/new-cart", "development", true), one(6, "review/old-cart", "development", false));
        assertThat(rows()).extracting(row -> row.stop().explanation())
                .containsExactly("takes it out of use", "is not in use");

        state = after(state, new Change.AbilitiesRead(WEB.connection(), new CiCapabilities(
                Map.of(CiAbility.STOP_ENVIRONMENT, "Nothing is stopped here."), true, Set.of())));
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.stop().enabled()).isFalse();
            assertThat(row.stop().explanation()).isEqualTo("Nothing is stopped here.");
        });
    }

    @Test
    void isNotStoppedTwice() {
        listed(one(5, "review/new-cart", "development", true), one(6, "review/old-cart", "development", true));
        Plan p = SampleActions.restart("p1");
        Plan plan = new Plan(
                p.id(), new Intent.StopEnvironment(WEB, 5, "review/new-cart", 0), p.title(), p.subject(),
                p.environment(), p.guard(), p.preconditions(), p.steps(), p.undo(), p.preview(), p.warnings(), p.key(),
                p.preparedAt());
        state = after(state, new Change.ActionRecorded(
                new ActionRecord(plan, "ada", NOON, ActionRecord.Phase.SENDING, List.of(), "", null)));
        assertThat(rows()).extracting(row -> row.stop().explanation())
                .containsExactly("is being stopped", "takes it out of use");

        state = after(state, new Change.ActionRecorded(
                new ActionRecord(plan, "ada", NOON, ActionRecord.Phase.FAILED, List.of(), "", NOON)));
        assertThat(rows()).allMatch(row -> row.stop().enabled());
    }

    @Test
    void showsThoseFirstThatWereDeployedToLastAndHowManyMoreThereAre() {
        listed(IntStream.rangeClosed(1, 6)
                .mapToObj(i -> one(i, "review/" + i, "development", true))
                .toArray(CiEnvironment[]::new));
        deployed(deployment(9, "review/4", Deployment.State.SUCCESS),
                deployment(8, "review/6", Deployment.State.SUCCESS));
        DrawerRow.Others others = OtherEnvironments.of(SERVICE, state, NOON);

        assertThat(others.rows()).extracting(DrawerRow.EnvironmentRow::name)
                .containsExactly("review/4", "review/6", "review/1", "review/2");
        assertThat(others.note()).isEqualTo("and 2 more, in the command palette");
        assertThat(rows()).hasSize(6);
    }

    @Test
    void keepsWhatWasReadBesideTheProblem() {
        listed(one(5, "review/new-cart", "development", true));
        state = after(state, new Change.EnvironmentsRead(WEB, new Answer.Bad<>(
                new RemoteProblem.ServerFault("Bad gateway.", 502), NOON)));
        DrawerRow.Others others = OtherEnvironments.of(SERVICE, state, NOON.plusSeconds(120));

        assertThat(others.rows()).hasSize(1);
        assertThat(others.note()).endsWith("Shown as of 2 m ago.");
    }

    @Test
    void hasNothingForAServiceWithoutARepository() {
        ServiceSpec plain = new ServiceSpec("queue", "Shop", null, null, null, List.of(), false);

        assertThat(OtherEnvironments.of(plain, state, NOON)).isEqualTo(DrawerRow.Others.NONE);
        assertThat(OtherEnvironments.of(SERVICE, state, NOON)).isEqualTo(DrawerRow.Others.NONE);
    }

    @Test
    void aHostileNameCannotTurnTheWordsAroundNorFillTheDrawer() {
        listed(one(5, "review/\u202e<b>x</b>\u0000" + "y".repeat(5_000), "development", true));
        DrawerRow.EnvironmentRow row = rows().getFirst();

        assertThat(row.name() + row.stop().words()).doesNotContain("\u202e").doesNotContain("\u0000");
        assertThat(row.name().length()).isLessThan(120);
        assertThat(row.stop().intent()).as("the request names it as it is").isInstanceOfSatisfying(
                Intent.StopEnvironment.class, stop -> assertThat(stop.name()).hasSizeGreaterThan(5_000));
    }

    private List<DrawerRow.EnvironmentRow> rows() {
        return OtherEnvironments.all(WEB, state, NOON);
    }

    private void listed(CiEnvironment... environments) {
        state = after(state, new Change.EnvironmentsRead(
                WEB, new Answer.Good<>(Arrays.asList(environments), NOON)));
    }

    private void deployed(Deployment... newestFirst) {
        state = after(state, new Change.DeploymentsRead(WEB, new Answer.Good<>(Arrays.asList(newestFirst), NOON)));
    }

    private static CiEnvironment one(long number, String name, @Nullable String tier, boolean stoppable) {
        return new CiEnvironment(WEB, number, name, Duration.ZERO, List.of(), false, false, tier, stoppable);
    }

    private static Deployment deployment(long number, String environment, Deployment.State state) {
        return new Deployment(
                WEB, number, environment, "c" + number, "v" + number + ".0", "ada", state,
                NOON.minusSeconds(60 * number), null, null);
    }

    private static ConsoleState after(ConsoleState before, Change change) {
        return new Reducer().apply(before, List.of(change));
    }
}
