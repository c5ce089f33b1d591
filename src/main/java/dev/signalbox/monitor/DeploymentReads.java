package dev.signalbox.monitor;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.ConsoleState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what was deployed where. A provider lists the newest deployments over all environments: where every push goes to some
/// review app, the one that runs in production is soon not among them, and is asked for by its environment.
final class DeploymentReads {

    /// So many environments of a repository are watched; more have no columns that anybody could see.
    private static final int MOST = 10;

    private final Deployments deployments;
    private final Supplier<ConsoleState> state;

    DeploymentReads(Deployments deployments, Supplier<ConsoleState> state) {
        this.deployments = deployments;
        this.state = state;
    }

    /// Newest first.
    List<Deployment> of(RepositoryId repository) throws RemoteFailure {
        Set<String> watched = watched(repository);
        List<Deployment> page = deployments.recent(repository, watched);
        List<String> lacking = watched.stream().filter(environment -> !tellsWhatRuns(page, environment)).toList();
        if (page.size() < Deployments.PAGE || lacking.isEmpty()) {
            return page;
        }
        List<Deployment> all = new ArrayList<>(page);
        for (String environment : lacking) {
            List<Deployment> there = deployments.to(repository, environment);
            all.removeIf(deployment -> deployment.environment().equals(environment));
            all.addAll(there);
        }
        all.sort(Comparator.comparingLong(Deployment::number).reversed());
        return List.copyOf(all);
    }

    private Set<String> watched(RepositoryId repository) {
        ConsoleState now = state.get();
        return now.repository(repository).environments().or(List.of()).stream()
                .filter(now.described()::hasColumn)
                .map(CiEnvironment::name)
                .limit(MOST)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean tellsWhatRuns(List<Deployment> page, String environment) {
        return page.stream().anyMatch(deployment -> deployment.environment().equals(environment)
                && deployment.state() == Deployment.State.SUCCESS);
    }
}
