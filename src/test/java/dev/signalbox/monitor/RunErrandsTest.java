package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunErrandsTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));
    private static final Run TOLD = run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO);

    /// Which runs are read by their number, and how often.
    private static Map<Long, Duration> read(List<Run> runs, boolean inSight, boolean echo) {
        return read(runs, inSight, echo, ConsoleState.EMPTY);
    }

    private static Map<Long, Duration> read(List<Run> runs, boolean inSight, boolean echo, ConsoleState state) {
        Map<Errand, Duration> wanted = new HashMap<>();
        new RunErrands(runs, inSight, echo).addTo(wanted, state, PollRates.of(1, 0, null, NOON));
        Map<Long, Duration> read = new HashMap<>();
        wanted.forEach((errand, interval) -> {
            if (errand instanceof Errand.ReadRun(RunId id)) {
                read.put(id.number(), interval);
            }
        });
        return read;
    }

    @Test
    void howLongAFinishedRunTookIsAskedOnceWhereItsListDoesNotTellAndSomebodySeesIt() {
        List<Run> runs = List.of(untold(3, null), untold(2, Duration.ofSeconds(9)), TOLD);

        assertThat(read(runs, false, false)).isEmpty();
        assertThat(read(runs, true, false)).isEqualTo(Map.of(3L, Duration.ofDays(1)));
        assertThat(new Errand.ReadRun(TOLD.id()).urgency()).isEqualTo(Errand.Urgency.SLOW);
    }

    @Test
    void whatWasReadWhileItWentOnIsAskedAgainWhenItIsOver() {
        Run over = untold(3, null);
        Run before = run(3, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, LONG_AGO);
        ConsoleState state = new Reducer().apply(
                ConsoleState.EMPTY, List.of(new Change.RunRead(over.id(), new Answer.Good<>(before, NOON))));

        assertThat(read(List.of(over), true, false, state)).isEqualTo(Map.of(3L, PollRates.RECENT_MIN));
        ConsoleState after = new Reducer().apply(
                state, List.of(new Change.RunRead(over.id(), new Answer.Good<>(over, NOON))));
        assertThat(read(List.of(over), true, false, after)).as("nobody tells")
                .isEqualTo(Map.of(3L, Duration.ofDays(1)));
    }

    @Test
    void whatWasReadBeforeItWasRunAgainIsAskedAgainWhenItIsOver() {
        Run over = untold(3, null);
        Run before = run(3, 1, RunStatus.COMPLETED, Conclusion.FAILURE, LONG_AGO.minusSeconds(60));
        ConsoleState state = new Reducer().apply(
                ConsoleState.EMPTY, List.of(new Change.RunRead(over.id(), new Answer.Good<>(before, NOON))));
        Run since = run(3, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LONG_AGO);

        assertThat(read(List.of(over), true, false, state)).isEqualTo(Map.of(3L, PollRates.RECENT_MIN));
        assertThat(since.startedAt()).isNotNull();
        assertThat(read(List.of(since), true, false, state)).as("a beginning that was told before tells nothing")
                .isEqualTo(Map.of(3L, PollRates.RECENT_MIN));
        ConsoleState after = new Reducer().apply(
                state, List.of(new Change.RunRead(since.id(), new Answer.Good<>(since, NOON))));
        assertThat(read(List.of(since), true, false, after)).isEmpty();
    }

    @Test
    void onlyTheBuildsThatTheBoardShowsAreAskedHowLongTheyTook() {
        List<Run> runs = LongStream.range(0, 30).mapToObj(i -> untold(40 - i, null)).toList();

        assertThat(read(runs, true, false).keySet())
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(33, 40).boxed().toList());
    }

    @Test
    void whatStillGoesOnBelowTheNewestRunsIsAskedForByItsNumber() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            RunStatus status = switch (i) {
                case 3, 22 -> RunStatus.WAITING;
                case 5, 23 -> RunStatus.IN_PROGRESS;
                default -> RunStatus.COMPLETED;
            };
            runs.add(run(100 - i, 1, status, Conclusion.NONE, LONG_AGO));
        }

        assertThat(read(runs, false, false)).as("lists tell of the others")
                .isEqualTo(Map.of(78L, PollRates.RECENT_MIN, 77L, PollRates.RECENT_MIN));
        assertThat(read(runs, false, true)).as("a moment after something was done there")
                .isEqualTo(Map.of(78L, Duration.ofSeconds(2), 77L, Duration.ofSeconds(2)));
    }

    /// A finished run as a list has it that tells neither when it began nor when it ended.
    private static Run untold(long number, @Nullable Duration worked) {
        return new Run(
                new RunId(TOLD.id().repository(), number), TOLD.attempt(), TOLD.workflow(), TOLD.workflowName(),
                TOLD.workflowPath(), number, TOLD.title(), TOLD.event(), TOLD.status(), TOLD.conclusion(),
                TOLD.branch(), TOLD.headSha(), TOLD.actor(), TOLD.triggeredBy(), TOLD.createdAt(), null,
                TOLD.updatedAt(), TOLD.page(), null, null, worked);
    }
}
