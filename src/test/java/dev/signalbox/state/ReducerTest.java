package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.runId;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReducerTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);

    private final Reducer reducer = new Reducer();

    private ConsoleState after(Change... changes) {
        return reducer.apply(ConsoleState.EMPTY, List.of(changes));
    }

    private static Change.RunsRead listed(Instant at, Run... runs) {
        return new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(runs), at));
    }

    @Test
    void keepsTheLastGoodValueBesideTheProblemOfALaterAttempt() {
        Run green = run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON);

        ConsoleState state = after(
                listed(NOON, green), new Change.RunsRead(CHECKOUT, new Answer.Bad<>(DOWN, NOON.plusSeconds(5))));

        Reading<List<Run>> runs = state.repository(CHECKOUT).runs();
        assertThat(runs.value()).containsExactly(green);
        assertThat(runs.readAt()).isEqualTo(NOON);
        assertThat(runs.problem()).isEqualTo(DOWN);
        assertThat(runs.problemAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void forgetsTheProblemWhenReadingWorksAgain() {
        ConsoleState state = after(
                new Change.RunsRead(CHECKOUT, new Answer.Bad<>(DOWN, NOON)), listed(NOON.plusSeconds(5)));

        assertThat(state.repository(CHECKOUT).runs().problem()).isNull();
    }

    @Test
    void neverLetsAnOlderAnswerOverwriteANewerOne() {
        Run second = run(641, 2, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON.plusSeconds(60));
        Run first = run(641, 1, RunStatus.COMPLETED, Conclusion.FAILURE, NOON);
        Run stale = run(641, 2, RunStatus.QUEUED, Conclusion.NONE, NOON.plusSeconds(30));

        assertThat(after(listed(NOON, second), listed(NOON, first)).repository(CHECKOUT).runs().value())
                .containsExactly(second);
        assertThat(after(listed(NOON, second), listed(NOON, stale)).repository(CHECKOUT).runs().value())
                .containsExactly(second);
    }

    @Test
    void keepsRunsThatFellOffTheFirstPage() {
        Run old = run(600, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
        Run fresh = run(641, 1, RunStatus.QUEUED, Conclusion.NONE, NOON);

        assertThat(after(listed(NOON, old), listed(NOON, fresh)).repository(CHECKOUT).runs().value())
                .containsExactly(fresh, old);
    }

    @Test
    void keepsNoMoreRunsThanItsLimitAndTheNewestOnes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= Reducer.RUNS_KEPT + 20; i++) {
            changes.add(listed(NOON, run(i, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON)));
        }
        List<Run> kept = reducer.apply(ConsoleState.EMPTY, changes).repository(CHECKOUT).runs().or(List.of());

        assertThat(kept).hasSize(Reducer.RUNS_KEPT);
        assertThat(kept.getFirst().id().number()).isEqualTo(Reducer.RUNS_KEPT + 20);
    }

    @Test
    void aRunThatTheProviderHasNoMoreGoesFromItsListUnlessTheListCannotBeReadEither() {
        Run gone = run(1, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, NOON);
        Run there = run(2, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON);
        Change missing = new Change.RunRead(
                gone.id(), new Answer.Bad<>(new RemoteProblem.NotFound("no such run"), NOON.plusSeconds(1)));
        Change hidden = new Change.RunsRead(
                CHECKOUT, new Answer.Bad<>(new RemoteProblem.NotFound("no such repository"), NOON));

        assertThat(listAfter(listed(NOON, gone, there), missing)).containsExactly(there);
        assertThat(listAfter(listed(NOON, gone, there), hidden, missing)).containsExactly(there, gone);
        assertThat(listAfter(
                listed(NOON, gone, there), new Change.RunRead(gone.id(), new Answer.Bad<>(DOWN, NOON.plusSeconds(1)))))
                .as("other problems say nothing of that").containsExactly(there, gone);
    }

    private List<Run> listAfter(Change... changes) {
        return reducer.apply(ConsoleState.EMPTY, List.of(changes)).repository(CHECKOUT).runs().or(List.of());
    }

    @Test
    void whatStillWaitsIsKeptHoweverManyCameAfterIt() {
        List<Change> changes = new ArrayList<>(List.of(
                listed(NOON, run(1, 1, RunStatus.WAITING, Conclusion.NONE, NOON))));
        for (int i = 2; i <= Reducer.RUNS_KEPT + 20; i++) {
            changes.add(listed(NOON, run(i, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON)));
        }
        ConsoleState state = reducer.apply(ConsoleState.EMPTY, changes);
        List<Run> kept = state.repository(CHECKOUT).runs().or(List.of());
        assertThat(kept).hasSize(Reducer.RUNS_KEPT + 1);
        assertThat(kept.getLast().id().number()).isEqualTo(1);

        Run over = run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.plusSeconds(1));
        ConsoleState after = reducer.apply(
                state, List.of(new Change.RunRead(over.id(), new Answer.Good<>(over, NOON.plusSeconds(1)))));
        assertThat(after.repository(CHECKOUT).runs().or(List.of())).hasSize(Reducer.RUNS_KEPT);
    }

    @Test
    void aRunReadOnItsOwnAlsoRenewsItsLineInTheList() {
        Run queued = run(641, 1, RunStatus.QUEUED, Conclusion.NONE, NOON);
        Run done = run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.plusSeconds(9));

        ConsoleState state = after(
                listed(NOON, queued), new Change.RunRead(runId(641), new Answer.Good<>(done, NOON.plusSeconds(10))));

        assertThat(state.repository(CHECKOUT).runs().value()).containsExactly(done);
        assertThat(state.run(runId(641)).run().value()).isEqualTo(done);
    }

    @Test
    void returnsTheVerySameStateWhenNothingChanged() {
        Workload workload = workload(workloadKey("production", "checkout"), "acme/checkout:v1", Map.of());
        ConsoleState state = after(new Change.WorkloadSeen(workload, NOON));

        assertThat(reducer.apply(state, List.of(new Change.WorkloadSeen(workload, NOON)))).isSameAs(state);
    }

    @Test
    void countsEveryBatchThatChangedSomething() {
        ConsoleState one = after(new Change.JournalChecked("disk full"));

        assertThat(one.version()).isEqualTo(1);
        assertThat(reducer.apply(one, List.of(new Change.JournalChecked(""))).version()).isEqualTo(2);
    }

    @Test
    void aConnectionsLampFollowsTheKindOfProblem() {
        Connection github = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com");
        Instant until = NOON.plusSeconds(60);

        assertThat(lampAfter(github, new RemoteProblem.RateLimited("slow down", until)))
                .isEqualTo(Connection.Lamp.PAUSED);
        assertThat(lampAfter(github, new RemoteProblem.Unauthorized("bad credentials")))
                .isEqualTo(Connection.Lamp.FAILED);
        assertThat(lampAfter(github, DOWN)).isEqualTo(Connection.Lamp.STALE);
    }

    @Test
    void aConnectionKnownFromTheLastStartLearnsWhatIsOddAboutItNow() {
        Connection before = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com").live(NOON);
        Connection now = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com").remarked(List.of("Odd."));

        ConsoleState state = after(
                new Change.ConnectionAdded(before), new Change.ConnectionAdded(now),
                new Change.ConnectionAnswered(GITHUB, NOON));

        assertThat(state.connections().get(GITHUB)).isEqualTo(before.remarked(List.of("Odd.")));
    }

    private Connection.Lamp lampAfter(Connection connection, RemoteProblem problem) {
        return java.util.Objects.requireNonNull(after(
                new Change.ConnectionAdded(connection),
                new Change.ConnectionAnswered(GITHUB, NOON),
                new Change.ConnectionTroubled(GITHUB, problem, null))
                .connections()
                .get(GITHUB))
                .lamp();
    }

    @Test
    void anOlderBudgetDoesNotReplaceANewerOne() {
        Connection github = Connection.fresh(GITHUB, Connection.Kind.GITHUB, "api.github.com");
        ApiBudget newer = new ApiBudget(5000, 4800, NOON.plusSeconds(600), NOON.plusSeconds(2));
        ApiBudget older = new ApiBudget(5000, 4900, NOON.plusSeconds(600), NOON);

        ConsoleState state = after(
                new Change.ConnectionAdded(github),
                new Change.BudgetRead(GITHUB, newer),
                new Change.BudgetRead(GITHUB, older));

        assertThat(java.util.Objects.requireNonNull(state.connections().get(GITHUB)).budget()).isEqualTo(newer);
    }

    @Test
    void keepsOneSightingPerGoodRevisionNewestFirst() {
        var key = workloadKey("production", "checkout");
        GoodRevision old = new GoodRevision(key, "uid", "aa", "v1", NOON, NOON.plusSeconds(10));
        GoodRevision later = new GoodRevision(key, "uid", "bb", "v2", NOON, NOON.plusSeconds(20));
        GoodRevision again = new GoodRevision(key, "uid", "aa", "v1", NOON, NOON.plusSeconds(30));

        assertThat(after(
                new Change.GoodRevisionKept(old),
                new Change.GoodRevisionKept(later),
                new Change.GoodRevisionKept(again))
                .good()
                .get(key))
                .containsExactly(again, later);
    }
}
