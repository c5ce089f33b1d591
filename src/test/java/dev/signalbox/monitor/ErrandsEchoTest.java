package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrandsEchoTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final RunId RUN = new RunId(CHECKOUT, 641);

    static List<Intent> intents() {
        return List.of(
                new Intent.TriggerRun(CHECKOUT, 7, "Release", "main", Map.of()),
                new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.All(), false),
                new Intent.CancelRun(RUN, 1, false),
                stop());
    }

    private static Intent stop() {
        return new Intent.StopEnvironment(CHECKOUT, 91, "review/new-cart", 5);
    }

    private static @Nullable Duration listing(Intent intent, @Nullable Instant endedAt) {
        return interval(new Errand.ListRuns(CHECKOUT), intent, endedAt);
    }

    private static @Nullable Duration interval(Errand errand, Intent intent, @Nullable Instant endedAt) {
        Plan p = SampleActions.restart("p1");
        Plan plan = new Plan(
                p.id(), intent, p.title(), p.subject(), p.environment(), p.guard(), p.preconditions(), p.steps(),
                p.undo(), p.preview(), p.warnings(), p.key(), p.preparedAt());
        ActionRecord.Phase phase = endedAt == null ? ActionRecord.Phase.SENDING : ActionRecord.Phase.DONE;
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.RepositoriesRead(
                        GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, Instant.EPOCH)), NOON)),
                new Change.ActionRecorded(new ActionRecord(plan, "ada", NOON, phase, List.of(), "", endedAt))));
        return new Errands(GITHUB, List.of("acme"), () -> NOON).wanted(state, NOON).get(errand);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void readsARepositoryAtOnceWhileAnOwnActionOnItIsUnderWay(Intent intent) {
        assertThat(listing(intent, null)).isEqualTo(AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void goesOnSoUntilTheEchoOfTheActionHasFaded(Intent intent) {
        assertThat(listing(intent, NOON.minus(Errands.ECHO).plusMillis(1))).isEqualTo(AT_ONCE);
        assertThat(listing(intent, NOON.minus(Errands.ECHO))).isGreaterThan(AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void lastsNoLongerWhenTheClockWasSetBack(Intent intent) {
        assertThat(listing(intent, NOON.plusSeconds(2))).as("a little is no matter").isEqualTo(AT_ONCE);
        assertThat(listing(intent, NOON.plus(Errands.ECHO))).isGreaterThan(AT_ONCE);
    }

    @Test
    void theRunOnWhichSomebodyActedIsReadByItselfThoughNoListTellsOfIt() {
        Errand read = new Errand.ReadRun(RUN);
        Duration soon = Duration.ofSeconds(2);
        Intent again = new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.All(), false);
        Intent review = new Intent.ReviewDeployment(
                RUN, 1, "4be02d1", List.of(), List.of("production"), Decision.APPROVE, "");

        assertThat(List.of(again, review, new Intent.CancelRun(RUN, 1, false))).allSatisfy(intent -> {
            assertThat(interval(read, intent, null)).isEqualTo(soon);
            assertThat(interval(read, intent, NOON.minusSeconds(5))).isEqualTo(soon);
            assertThat(interval(read, intent, NOON.minus(Errands.ECHO))).isNull();
        });
        assertThat(interval(read, stop(), null)).isNull();
    }

    @Test
    void anEnvironmentThatWasStoppedIsSoonGoneFromTheScreen() {
        Errand environments = new Errand.ListEnvironments(CHECKOUT);
        Duration soon = Duration.ofSeconds(3);

        assertThat(interval(environments, stop(), null)).isEqualTo(soon);
        assertThat(interval(environments, stop(), NOON.minusSeconds(5))).isEqualTo(soon);
        assertThat(interval(environments, stop(), NOON.minus(Errands.ECHO))).isGreaterThan(soon);
        assertThat(interval(environments, new Intent.CancelRun(RUN, 1, false), null)).isGreaterThan(soon);
    }

    @Test
    void anActionOnAWorkloadHasNoEchoAtTheCiProvider() {
        assertThat(listing(SampleActions.restart("p1").intent(), null)).isGreaterThan(AT_ONCE);
    }
}
