package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.PROD;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.util.ArrayList;
import java.util.List;

/// A board of one service, checkout, in staging and production, built up change by change.
final class BoardStates {

    static final WorkloadKey STAGING = Examples.workloadKey("staging", "checkout");
    static final WorkloadKey PRODUCTION = Examples.workloadKey("production", "checkout");
    static final ServiceSpec SERVICE = new ServiceSpec(
            "checkout", "Storefront", CHECKOUT, null, "release.yml",
            List.of(new TargetSpec("staging", STAGING), new TargetSpec("production", PRODUCTION)), false);
    static final BoardSpec BOARD = new BoardSpec(
            List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true)),
            List.of(SERVICE), BoardSpec.Discover.NOTHING);

    private final List<Change> changes;

    BoardStates() {
        this(Connection.Kind.GITHUB);
    }

    /// @param kind of the provider that has the service's repository
    BoardStates(Connection.Kind kind) {
        changes = new ArrayList<>(List.of(
                new Change.BoardDescribed(BOARD, List.of()),
                new Change.ConnectionAdded(Connection.fresh(GITHUB, kind, "api.github.com")),
                new Change.ConnectionAdded(Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://prod")),
                new Change.ConnectionAnswered(GITHUB, NOON),
                new Change.ConnectionAnswered(PROD, NOON)));
    }

    BoardStates with(Change change) {
        changes.add(change);
        return this;
    }

    BoardStates running(Workload... workloads) {
        for (Workload workload : workloads) {
            changes.add(new Change.WorkloadSeen(workload, NOON));
        }
        return this;
    }

    BoardStates runs(Run... runs) {
        return with(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(runs), NOON)));
    }

    BoardStates pending(long run, PendingApproval... approvals) {
        return with(new Change.PendingRead(Examples.runId(run), new Answer.Good<>(List.of(approvals), NOON)));
    }

    BoardStates deployed(Deployment... deployments) {
        return with(new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(List.of(deployments), NOON)));
    }

    BoardStates good(String hash, String version, long seconds) {
        return with(new Change.GoodRevisionKept(new GoodRevision(
                PRODUCTION, "uid-checkout", hash, version, NOON.minusSeconds(seconds), NOON)));
    }

    ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }
}
