package dev.signalbox.monitor;

import static dev.signalbox.monitor.HistoryFillerTest.runAt;
import static dev.signalbox.monitor.HistoryFillerTest.runs;
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
import dev.signalbox.domain.ci.Job;
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

/// Jobs of older runs, beside the pages of runs.
class JobFillingTest {

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
    }

    @Test
    void readsJobsAndPagesByTurns() {
        history.jobless = 3;
        ci.past = runs(250);
        ci.jobs = List.of(job());
        HistoryFiller filler = filler(WANTED);
        step(filler, 3);
        assertThat(ci.asked).containsExactly("created", "jobs", "created");
        assertThat(history.jobsAsked).containsExactly(new AttemptKey(runId(250), 1));
        assertThat(history.jobs).containsExactly(job());
        assertThat(store.current().past().progress().jobs()).isZero();
        step(filler, 8);
        assertThat(ci.asked).startsWith("created", "jobs", "created", "jobs", "created").endsWith("jobs", "jobs");
        assertThat(ci.count("created")).isEqualTo(3);
    }

    @Test
    void tellsOfHowManyRunsTheJobsAreStillToBeRead() {
        history.jobless = 5;
        ci.past = runs(20);
        HistoryFiller filler = filler(WANTED);
        step(filler, 2);
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(1, 1, null, 4, ""));
        ci.asked.clear();
        step(filler(WANTED), 1);
        assertThat(ci.asked).as("a new start goes on where the last one stopped").containsExactly("jobs");
        assertThat(history.jobsAsked).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void readsJobsNoFasterThanPages() {
        history.jobless = 5_000;
        ci.past = runs(5_000);
        HistoryFiller filler = filler(WANTED);
        for (int second = 0; second < 600; second++) {
            filler.step();
            now = now.plusSeconds(1);
        }
        assertThat(ci.asked).hasSizeBetween(50, 61);
        assertThat(ci.count("jobs")).isBetween(25L, 31L);
    }

    @Test
    void asksOnceForTheJobsOfARunThatIsGone() {
        history.jobless = 1;
        ci.past = runs(1);
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        ci.problem = new RemoteProblem.NotFound("Not Found");
        now = now.plusSeconds(15);
        step(filler, 1);
        assertThat(history.jobsAsked).containsExactly(new AttemptKey(runId(1), 1));
        assertThat(store.current().past().progress()).isEqualTo(new HistoryProgress(1, 1, null, ""));
    }

    @Test
    void leavesTheJobsOfARepositoryAloneThatMayNotBeRead() {
        history.jobless = 9;
        ci.past = runs(9);
        HistoryFiller filler = filler(WANTED);
        step(filler, 1);
        ci.problem = new RemoteProblem.Forbidden("no", "actions:read");
        now = now.plusSeconds(15);
        step(filler, 1);
        ci.problem = null;
        now = now.plusSeconds(120);
        step(filler, 3);
        assertThat(history.jobsAsked).isEmpty();
        assertThat(store.current().past().progress()).as("its runs are there").isEqualTo(
                new HistoryProgress(1, 1, null, ""));
    }

    @Test
    void takesUpRunsThatEndedMeanwhile() {
        history.jobless = 9;
        HistoryFiller filler = filler(WANTED);
        step(filler, 2);
        history.runs.add(runAt(1, NOON.minusSeconds(60)));
        now = now.plusSeconds(60);
        step(filler, 1);
        assertThat(history.jobsAsked).isEmpty();
        now = now.plus(Duration.ofMinutes(10));
        step(filler, 1);
        assertThat(history.jobsAsked).hasSize(1);
    }

    @Test
    void readsNoJobsWhenNothingOlderIsWanted() {
        history.jobless = 9;
        history.runs.add(runAt(1, NOON.plusSeconds(60)));
        step(filler(Duration.ZERO), 3);
        assertThat(ci.asked).isEmpty();
    }

    private static Job job() {
        return new Job(
                runId(250), 7, 1, "build", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, NOON, NOON.plusSeconds(9),
                List.of(), null, List.of(), null);
    }

    private HistoryFiller filler(Duration wanted) {
        return new HistoryFiller(
                Map.of(GITHUB, ci.provider()), history, store, new Troubles(store), () -> now, Runnable::run, wanted);
    }

    private void step(HistoryFiller filler, int times) {
        Instant begin = now;
        for (int n = 0; n < times; n++) {
            filler.step();
            now = now.plusSeconds(15);
        }
        now = begin;
    }
}
