package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunErrandsTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));

    private final Errands errands = new Errands(GITHUB, List.of("acme"));
    private final List<Change> changes = new ArrayList<>(List.of(
            new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com")),
            new Change.RepositoriesRead(GITHUB, new Answer.Good<>(List.of(known(CHECKOUT, LONG_AGO)), NOON))));

    private Map<Errand, Duration> wanted() {
        return errands.wanted(new Reducer().apply(ConsoleState.EMPTY, changes), NOON);
    }

    private void listed(Run run) {
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(run), NOON)));
    }

    private void focusOn(Focus focus) {
        changes.add(new Change.FocusMoved("runs", focus));
    }

    @Test
    void howLongAFinishedRunTookIsAskedOnceWhereItsListDoesNotTellAndSomebodySeesIt() {
        Run told = run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO);
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(
                List.of(untold(told, 3, null), untold(told, 2, Duration.ofSeconds(9)), told), NOON)));
        Errand times = new Errand.ReadRun(untold(told, 3, null).id());
        assertThat(wanted()).doesNotContainKey(times);

        focusOn(Focus.NOWHERE.withRepositories(Set.of(CHECKOUT)));

        assertThat(wanted()).containsEntry(times, Duration.ofDays(1));
        assertThat(wanted().keySet()).filteredOn(Errand.ReadRun.class::isInstance).containsExactly(times);
        assertThat(times.urgency()).isEqualTo(Errand.Urgency.SLOW);
    }

    @Test
    void onlyTheBuildsThatTheBoardShowsAreAskedHowLongTheyTook() {
        Run told = run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO);
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(
                LongStream.range(0, 30).mapToObj(i -> untold(told, 40 - i, null)).toList(), NOON)));
        focusOn(Focus.NOWHERE.withRepositories(Set.of(CHECKOUT)));

        assertThat(wanted().keySet().stream()
                .filter(Errand.ReadRun.class::isInstance)
                .map(errand -> ((Errand.ReadRun) errand).run().number()))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(33, 40).boxed().toList());
    }

    @Test
    void whatStillGoesOnBelowTheNewestRunsIsAskedForByItsNumber() {
        List<Run> known = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            RunStatus status = switch (i) {
                case 3, 22 -> RunStatus.WAITING;
                case 5, 23 -> RunStatus.IN_PROGRESS;
                default -> RunStatus.COMPLETED;
            };
            known.add(run(100 - i, 1, status, Conclusion.NONE, LONG_AGO));
        }
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(known, NOON)));

        assertThat(wanted().keySet().stream()
                .filter(Errand.ReadRun.class::isInstance)
                .map(errand -> ((Errand.ReadRun) errand).run().number()))
                .as("lists tell of the others").containsExactlyInAnyOrder(78L, 77L);
        assertThat(wanted()).containsEntry(new Errand.ReadRun(runId(78)), PollRates.RECENT_MIN);
    }

    @Test
    void whatWaitsAmongOlderRunsIsLookedForNowAndThenOnceThereIsAList() {
        Errand waiting = new Errand.ListWaiting(CHECKOUT);
        assertThat(wanted()).doesNotContainKey(waiting);

        listed(run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO));

        assertThat(wanted()).containsEntry(waiting, PollRates.SLOW);
    }

    /// The run as a list has it that tells neither when it began nor when it ended.
    private static Run untold(Run run, long number, @Nullable Duration worked) {
        return new Run(
                new RunId(run.id().repository(), number), run.attempt(), run.workflow(), run.workflowName(),
                run.workflowPath(), number, run.title(), run.event(), run.status(), run.conclusion(), run.branch(),
                run.headSha(), run.actor(), run.triggeredBy(), run.createdAt(), null, run.updatedAt(), run.page(), null,
                null, worked);
    }
}
