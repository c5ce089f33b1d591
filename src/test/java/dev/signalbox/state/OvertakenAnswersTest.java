package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Answers that were overtaken on their way and come within the same batch as the newer one.
class OvertakenAnswersTest {

    private static final Instant LATER = NOON.plusSeconds(10);
    private final List<Runnable> turns = new ArrayList<>();
    private final Store store = new Store(new Reducer(), turns::add);

    private final Run running = run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
    private final Run finished = run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, LATER);
    private final Run again = run(641, 2, RunStatus.QUEUED, Conclusion.NONE, NOON.minusSeconds(60));

    private ConsoleState after(Change... changes) {
        for (Change change : changes) {
            store.offer(change);
        }
        turns.forEach(Runnable::run);
        return store.current();
    }

    private static Change read(Run run, Instant at) {
        return new Change.RunRead(runId(641), new Answer.Good<>(run, at));
    }

    private static Change listed(Instant at, Run... runs) {
        return new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(runs), at));
    }

    @Test
    void anOlderAnswerAboutARunDoesNotDisplaceANewerOneThatWaits() {
        ConsoleState state = after(read(finished, LATER), read(running, LATER.plusSeconds(1)));

        assertThat(state.run(runId(641)).run().value()).isEqualTo(finished);
    }

    @Test
    void ofTwoAttemptsTheHigherOneStaysWhateverItsTime() {
        assertThat(after(read(again, NOON), read(finished, LATER)).run(runId(641)).run().value()).isEqualTo(again);
    }

    @Test
    void aNewerAnswerStillDisplacesAnOlderOne() {
        assertThat(after(read(running, NOON), read(finished, LATER)).run(runId(641)).run().value())
                .isEqualTo(finished);
    }

    @Test
    void ofTwoListsEachRunStaysInItsNewestValue() {
        Run other = run(642, 1, RunStatus.QUEUED, Conclusion.NONE, NOON);
        ConsoleState state = after(listed(LATER, finished), listed(NOON, running, other));

        assertThat(state.repository(CHECKOUT).runs().value()).containsExactly(other, finished);
        assertThat(state.repository(CHECKOUT).runs().readAt()).isEqualTo(LATER);
    }

    @Test
    void anOlderBudgetDoesNotDisplaceANewerOneThatWaits() {
        ConsoleState state = after(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "https://api.github.com")),
                new Change.BudgetRead(GITHUB, new ApiBudget(5_000, 4_000, LATER, LATER)),
                new Change.BudgetRead(GITHUB, new ApiBudget(5_000, 4_100, LATER, NOON)));

        assertThat(Objects.requireNonNull(Objects.requireNonNull(state.connections().get(GITHUB)).budget()).remaining())
                .isEqualTo(4_000);
    }

    @Test
    void freshnessDoesNotGoBack() {
        ConsoleState state = after(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "https://api.github.com")),
                new Change.ConnectionAnswered(GITHUB, LATER),
                new Change.ConnectionAnswered(GITHUB, NOON));

        assertThat(Objects.requireNonNull(state.connections().get(GITHUB)).freshAt()).isEqualTo(LATER);
    }

    @Test
    void whatHasNoTimeOfItsOwnIsTakenAsItCame() {
        ConsoleState state = after(
                new Change.FocusMoved("board", Focus.NOWHERE), new Change.JournalChecked("disk full"),
                new Change.JournalChecked(""));

        assertThat(state.journalProblem()).isEmpty();
    }
}
