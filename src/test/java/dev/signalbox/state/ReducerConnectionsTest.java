package dev.signalbox.state;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.run;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunPast;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.testing.Examples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReducerConnectionsTest {

    private static final RemoteProblem DOWN = new RemoteProblem.ServerFault("no answer", 502);

    @Test
    void nothingIsLeftOfWhereAConnectionLedBefore() {
        Run run = run(1, 1, RunStatus.COMPLETED, Conclusion.SUCCESS, NOON);
        WorkloadKey mine = workloadKey("production", "checkout");
        WorkloadKey others = new WorkloadKey(new ConnectionId("other"), "production", mine.kind(), "checkout");
        JobKey job = new JobKey(run.id(), 7);
        PermitKey permit = new PermitKey(mine.cluster(), "production", mine.kind(), ClusterVerb.READ_LOGS);
        ConsoleState known = new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "one")),
                new Change.ConnectionAdded(Connection.fresh(mine.cluster(), Connection.Kind.KUBERNETES, "one")),
                new Change.AbilitiesRead(GITHUB, CiCapabilities.ALL),
                new Change.RepositoriesRead(
                        GITHUB, "acme", new Answer.Good<>(List.of(Examples.known(CHECKOUT, NOON)), NOON)),
                new Change.RunRead(run.id(), new Answer.Good<>(run, NOON)),
                new Change.AttemptRead(new AttemptKey(run.id(), 1), new Answer.Good<>(run, NOON)),
                new Change.AnnotationsRead(job, new Answer.Good<>(List.of(), NOON)),
                new Change.LogRead(job, new Answer.Bad<>(DOWN, NOON)),
                new Change.FreezesRead(CHECKOUT, new Answer.Good<>(List.of(), NOON)),
                new Change.ReleasesRead(CHECKOUT, new Answer.Good<>(List.of(), NOON)),
                new Change.ComparisonRead(new ComparisonKey(CHECKOUT, "a", "b"), new Answer.Bad<>(DOWN, NOON)),
                new Change.InputsRead(new InputsKey(CHECKOUT, 1, "main"), new Answer.Bad<>(DOWN, NOON)),
                new Change.PastsRecalled(Map.of(run.id(), RunPast.NOTHING)),
                new Change.WorkloadSeen(workload(mine, "acme/checkout:v1", Map.of()), NOON),
                new Change.WorkloadSeen(workload(others, "acme/checkout:v1", Map.of()), NOON),
                new Change.PodLogRead(new PodLogKey(mine, "", false), new Answer.Bad<>(DOWN, NOON)),
                new Change.PermitRead(permit, new Answer.Good<>(new Permit(true, ""), NOON)),
                new Change.GoodRevisionKept(new GoodRevision(mine, "uid", "aaa", "v1", NOON, NOON))));
        ConsoleState state = new Reducer().apply(known, List.of(
                new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "two")),
                new Change.ConnectionAdded(Connection.fresh(mine.cluster(), Connection.Kind.KUBERNETES, "two"))));
        assertThat(state.workloads()).as("another cluster's stay").containsOnlyKeys(others);
        assertThat(List.of(
                state.abilities(), state.repositories(), state.runs(), state.results(), state.attempts(),
                state.annotations(), state.logs(), state.freezes(), state.releases(), state.comparisons(),
                state.inputs(), state.past().runs(), state.podLogs(), state.permits()))
                .allMatch(Map::isEmpty);
        assertThat(state.good()).as("a proof counts by the workload's uid, wherever it is found")
                .containsOnlyKeys(mine);
    }
}
