package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.deployment;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunKeeperTest {

    private static final RunPast KNOWN =
            new RunPast(new Usual(Duration.ofMinutes(4), Duration.ofMinutes(6), 12), Map.of(), null);

    private final FakeRunHistory history = new FakeRunHistory();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private Instant now = NOON;
    private final RunKeeper keeper =
            new RunKeeper(history, store, new Troubles(store), () -> now, Runnable::run, Duration.ofDays(400));

    @Test
    void keepsRunsAndDeploymentsThatWereListedOnce() {
        list(done(1), done(2));
        store.offer(new Change.DeploymentsRead(CHECKOUT, good(List.of(
                deployment("production", "sha", "main", Deployment.State.SUCCESS)))));
        keeper.step();
        keeper.step();
        assertThat(history.runs).containsExactlyInAnyOrder(done(1), done(2));
        assertThat(history.deployments).hasSize(1);
        assertThat(history.batches).containsExactly(3);
    }

    @Test
    void keepsOnlyWhatChangedOfALongList() {
        list(done(1), done(2), going(3));
        keeper.step();
        history.runs.clear();
        list(done(3));
        keeper.step();
        assertThat(history.runs).containsExactly(done(3));
    }

    @Test
    void keepsTheJobsOfEveryAttempt() {
        Run run = done(1);
        store.offer(new Change.RunRead(run.id(), good(run)));
        store.offer(new Change.JobsRead(run.id(), 1, good(List.of(job(run.id(), 1, 5)))));
        store.offer(new Change.JobsRead(run.id(), 2, good(List.of(job(run.id(), 2, 6)))));
        keeper.step();
        keeper.step();
        assertThat(history.runs).containsExactly(run);
        assertThat(history.jobs).extracting(Job::number).containsExactlyInAnyOrder(5L, 6L);
    }

    @Test
    void writesManyRepositoriesInSeveralTransactionsSoThatTheJournalNeedNotWait() {
        for (int n = 0; n < 40; n++) {
            var id = repository("service-" + n);
            store.offer(new Change.RunsRead(id, good(LongStream.rangeClosed(1, 30)
                    .mapToObj(i -> at(new RunId(id, i), RunStatus.COMPLETED)).toList())));
        }
        keeper.step();
        assertThat(history.runs).hasSize(1_200);
        assertThat(history.batches).hasSizeGreaterThan(2).allMatch(size -> size <= FreshSights.BATCH + 60);
    }

    @Test
    void saysWhyNothingCanBeKeptAndTriesAgainLater() {
        list(done(1));
        history.problem = "The disk is full.";
        keeper.step();
        assertThat(store.current().past().progress().problem()).isEqualTo("The disk is full.");
        history.problem = "";
        keeper.step();
        assertThat(history.runs).isEmpty();
        now = now.plusSeconds(31);
        keeper.step();
        assertThat(history.runs).containsExactly(done(1));
        assertThat(store.current().past().progress().problem()).isEmpty();
    }

    @Test
    void recallsThePastOfRunsThatGoOnAndOfThoseThatAreLookedAt() {
        store.offer(new Change.RepositoriesRead(CHECKOUT.connection(), "acme", good(List.of(known(CHECKOUT, NOON)))));
        list(done(1), done(2), going(3));
        history.pasts.put(runId(3), KNOWN);
        look(runId(2));
        keeper.step();
        assertThat(store.current().past().runs()).containsOnlyKeys(runId(2), runId(3));
        assertThat(store.current().past().of(runId(3))).isEqualTo(KNOWN);
        assertThat(history.defaultBranches).containsOnly("main");
        look();
        keeper.step();
        assertThat(store.current().past().runs()).containsOnlyKeys(runId(3));
    }

    @Test
    void asksAgainOnlyWhenARunEndedOrSomeTimeWentBy() {
        list(done(1), going(3));
        keeper.step();
        keeper.step();
        assertThat(history.asked).isEqualTo(1);
        list(done(2));
        keeper.step();
        assertThat(history.asked).isEqualTo(2);
        now = now.plus(Duration.ofMinutes(2));
        keeper.step();
        assertThat(history.asked).isEqualTo(3);
    }

    @Test
    void doesNotBeginASecondStepWhileTheFirstIsAtWork() {
        Deque<Runnable> queue = new ArrayDeque<>();
        RunKeeper slow =
                new RunKeeper(history, store, new Troubles(store), () -> now, queue::add, Duration.ofDays(400));
        slow.step();
        slow.step();
        assertThat(queue).hasSize(1);
        queue.remove().run();
        slow.step();
        assertThat(queue).hasSize(1);
    }

    private void list(Run... runs) {
        store.offer(new Change.RunsRead(CHECKOUT, good(List.of(runs))));
    }

    private void look(RunId... runs) {
        store.offer(new Change.FocusMoved("runs", Focus.NOWHERE.withRuns(Set.of(runs))));
    }

    private static <T> Answer<T> good(T value) {
        return new Answer.Good<>(value, NOON);
    }

    private static Run done(long number) {
        return run(number, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(60));
    }

    private static Run going(long number) {
        return run(number, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON.minusSeconds(90));
    }

    private static Run at(RunId id, RunStatus status) {
        Run run = done(id.number());
        return new Run(
                id, 1, 7, run.workflowName(), run.workflowPath(), id.number(), "", "push", status, Conclusion.SUCCESS,
                "main", run.headSha(), "", "", NOON, NOON, NOON, null);
    }

    private static Job job(RunId run, int attempt, long number) {
        return new Job(
                run, number, attempt, "lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, NOON, NOON, List.of(),
                null, List.of(), null);
    }
}
