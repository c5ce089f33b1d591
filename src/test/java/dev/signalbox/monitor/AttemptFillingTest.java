package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.HistoryProgress;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Earlier attempts of older runs: a list of runs tells of the last one only.
class AttemptFillingTest {

    private static final Duration WANTED = Duration.ofDays(90);

    private final FakeCi ci = new FakeCi();
    private final FakeRunHistory history = new FakeRunHistory();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant now = NOON;

    @BeforeEach
    void haveARepository() {
        store.offer(new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "fake")));
        store.offer(new Change.RepositoriesRead(
                GITHUB, "acme", new Answer.Good<>(List.of(known(CHECKOUT, NOON)), NOON)));
        ci.past = List.of(attempt(9, 3));
        ci.attempts.addAll(List.of(attempt(9, 1), attempt(9, 2)));
    }

    @Test
    void readsTheFirstAttemptAndThenTheOthers() {
        step(filler(WANTED), 6);

        assertThat(ci.asked).containsExactly("created", "attempt 1", "attempt 2");
        assertThat(history.runs).extracting(Run::attempt).containsExactly(3, 1, 2);
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(1, 1, null, 0, ""));
    }

    @Test
    void readsTheirJobsToo() {
        history.jobless = 9;
        step(filler(WANTED), 9);

        assertThat(ci.asked).containsExactlyInAnyOrder("created", "attempt 1", "attempt 2", "jobs", "jobs", "jobs");
        assertThat(history.jobsAsked).containsExactlyInAnyOrder(
                new AttemptKey(runId(9), 1), new AttemptKey(runId(9), 2), new AttemptKey(runId(9), 3));
    }

    @Test
    void tellsHowManyAreLeftAndGoesOnThereAfterARestart() {
        step(filler(WANTED), 1);
        assertThat(store.current().past().progress().jobs()).isZero();
        HistoryFiller again = filler(WANTED);
        step(again, 1);
        assertThat(store.current().past().progress().jobs()).as("one of two is read").isEqualTo(1);
        step(again, 4);
        assertThat(ci.asked).containsExactly("created", "attempt 1", "attempt 2");
    }

    @Test
    void asksOnceForAnAttemptThatIsGone() {
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        ci.problem = new RemoteProblem.NotFound("Not Found");
        now = now.plusSeconds(15);
        step(filler, 2);
        ci.problem = null;
        now = now.plus(Duration.ofMinutes(11));
        step(filler, 9);

        assertThat(ci.count("attempt 1")).isEqualTo(1);
        assertThat(ci.count("attempt 2")).isEqualTo(1);
        assertThat(history.runs).extracting(Run::attempt).containsExactly(3);
    }

    /// It would be missing again at once, and asked for without end.
    @Test
    void keepsNoAttemptThatIsNotTheOneThatWasAskedFor() {
        ci.attempts.clear();
        ci.runs = List.of(attempt(9, 3));
        step(filler(WANTED), 9);

        assertThat(ci.asked).containsExactly("created", "attempt", "attempt");
        assertThat(history.runs).extracting(Run::attempt).containsExactly(3);
    }

    @Test
    void leavesARepositoryAloneWhoseAttemptsMayNotBeRead() {
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        ci.problem = new RemoteProblem.Forbidden("no", "actions:read");
        now = now.plusSeconds(15);
        step(filler, 1);
        ci.problem = null;
        now = now.plus(Duration.ofMinutes(11));
        step(filler, 5);

        assertThat(ci.count("attempt 1") + ci.count("attempt 2")).isEqualTo(1);
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(1, 1, null, 0, ""));
    }

    @Test
    void readsNoneWhenNothingOlderIsWanted() {
        history.runs.add(attempt(9, 3));
        step(filler(Duration.ZERO), 3);

        assertThat(ci.asked).isEmpty();
    }

    private static Run attempt(long number, int attempt) {
        Instant begun = NOON.minusSeconds(7_200);
        return new Run(
                runId(number), attempt, 7, "CI", "ci.yml", number, "", "push", RunStatus.COMPLETED,
                attempt == 3 ? Conclusion.SUCCESS : Conclusion.FAILURE, "main", "sha", "ada", "ada", begun, begun,
                begun.plusSeconds(60), null);
    }

    private HistoryFiller filler(Duration wanted) {
        return new HistoryFiller(
                Map.of(GITHUB, ci.provider()), history, store, new Troubles(store), () -> now, Runnable::run, wanted);
    }

    private void step(HistoryFiller filler, int times) {
        for (int n = 0; n < times; n++) {
            filler.step();
            now = now.plusSeconds(15);
        }
    }
}
