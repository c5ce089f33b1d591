package dev.signalbox.history;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.Workload;
import java.time.Instant;
import java.util.List;

/// What the board showed when it was written down, each part with the time at which it was read.
public record LastState(
        List<OfConnection> connections, List<OfRepository> repositories, List<OfRuns> runs,
        List<OfEnvironments> environments, List<OfDeployments> deployments, List<OfPending> pending,
        List<OfWorkload> workloads) {

    public record OfConnection(ConnectionId id, Connection.Kind kind, String address, Instant at) {}

    public record OfRepository(Repository repository, Instant at) {}

    public record OfRuns(RepositoryId repository, List<Run> runs, Instant at) {}

    public record OfEnvironments(RepositoryId repository, List<CiEnvironment> environments, Instant at) {}

    public record OfDeployments(RepositoryId repository, List<Deployment> deployments, Instant at) {}

    public record OfPending(RunId run, List<PendingApproval> pending, Instant at) {}

    public record OfWorkload(Workload workload, Instant at) {}
}
