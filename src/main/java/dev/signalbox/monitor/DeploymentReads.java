package dev.signalbox.monitor;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Deployments;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads what was deployed where. A provider lists the newest deployments over all environments: where every push goes to some
/// review app, the one that runs in production is soon not among them, and is asked for by its environment.
final class DeploymentReads {

    /// So many environments of a repository are watched; more have no columns that anybody could see.
    private static final int MOST = 10;

    /// What has left the list changes no more, but for being removed: what comes after it is listed.
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final Deployments deployments;
    private final Supplier<ConsoleState> state;
    private final InstantSource clock;
    private final Map<Place, Kept> kept = new ConcurrentHashMap<>();

    private record Place(RepositoryId repository, String environment) {}

    private record Kept(Instant at, List<Deployment> newestFirst) {}

    DeploymentReads(Deployments deployments, Supplier<ConsoleState> state, InstantSource clock) {
        this.deployments = deployments;
        this.state = state;
        this.clock = clock;
    }

    /// Newest first.
    List<Deployment> of(RepositoryId repository) throws RemoteFailure {
        Set<String> watched = watched(repository);
        List<Deployment> page = deployments.recent(repository, watched);
        List<String> lacking = watched.stream().filter(environment -> !tellsWhatRuns(page, environment)).toList();
        if (page.size() < Deployments.PAGE || lacking.isEmpty()) {
            return page;
        }
        Map<Long, Deployment> all = new TreeMap<>(Comparator.reverseOrder());
        for (String environment : lacking) {
            older(new Place(repository, environment)).forEach(deployment -> all.put(deployment.number(), deployment));
        }
        page.stream()
                .filter(deployment -> deployment.state() != Deployment.State.UNKNOWN
                        || !all.containsKey(deployment.number()))
                .forEach(deployment -> all.put(deployment.number(), deployment));
        return List.copyOf(all.values());
    }

    private List<Deployment> older(Place place) throws RemoteFailure {
        Kept known = kept.get(place);
        Instant now = clock.instant();
        // Later than now only when the clock was set back.
        boolean holds = known != null && !known.at().isAfter(now) && known.at().plus(HOLDS).isAfter(now);
        if (known == null || !holds) {
            known = new Kept(now, deployments.to(place.repository(), place.environment()));
            kept.put(place, known);
        }
        return known.newestFirst();
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
